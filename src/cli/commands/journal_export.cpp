#include <fmt/format.h>

#include <memory>

#include "../entry_filter_options.hpp"
#include "../not_sealed.hpp"
#include "lull/app/transfer.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct JournalExportOptions {
  EntryFilterOptions filter;
  std::optional<std::string> format, output;
};

// The old file stays when there is nothing to put in its place.
std::size_t write_to_file(const std::filesystem::path& path, Journal& journal,
                          const EntryFilter& filter, TransferFormat format) {
  std::size_t count = 0;
  write_file_atomically(path, [&](const ByteSink& sink) {
    count = export_entries(journal, filter, format, sink);
    if (count == 0) {
      throw Error(ErrorKind::not_found, "could not export: no entry fits",
                  "nothing was written; lull journal list shows what there is");
    }
  });
  return count;
}

ExitCode export_journal(const JournalExportOptions& options, Session& session) {
  const EntryFilter filter = read_entry_filter(options.filter, session);
  const TransferFormat format = *parse_transfer_format(options.format.value_or("json"));
  Journal journal(session.store(), session.clock(), session.rule());
  say_not_sealed("The export", session);
  if (options.output) {
    const std::size_t count = write_to_file(*options.output, journal, filter, format);
    session.say(fmt::format("{} {} written to {}, readable by you alone and not locked.", count,
                            count == 1 ? "entry" : "entries", make_visible_line(*options.output)));
    return ExitCode::done;
  }
  const std::size_t count = export_entries(journal, filter, format,
                                           [&](std::string_view piece) { session.out() << piece; });
  if (count > 0) return ExitCode::done;
  session.say("No entry fits.");
  return ExitCode::none;
}

}  // namespace

Action bind_journal_export(Options& options) {
  auto values = std::make_shared<JournalExportOptions>();
  options.choice("--format", "FORMAT", values->format, {"json", "jsonl", "markdown", "text", "csv"},
                 "json (unless said otherwise), jsonl, markdown, text or csv");
  options.text("--output,-o", "FILE", values->output, "write to this file; it is replaced whole");
  bind_entry_filter(options, values->filter);
  return [values](Session& session) { return export_journal(*values, session); };
}

}  // namespace lull
