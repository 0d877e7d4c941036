#include <memory>

#include "../entry_filter_options.hpp"
#include "../entry_json.hpp"
#include "../entry_markdown.hpp"
#include "../entry_text.hpp"
#include "../pager.hpp"
#include "lull/app/journal.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct JournalListOptions {
  EntryFilterOptions filter;
  std::optional<std::string> format;
};

int write_json(Journal& journal, const EntryFilter& filter, Session& session) {
  std::string json;
  JsonWriter writer(json);
  int count = 0;
  writer.begin_object().field("format", "lull.journal/1").key("entries").begin_array();
  journal.each(filter, [&](Entry&& entry) {
    if (session.discreet()) entry = without_words(std::move(entry));
    write_entry_json(writer, entry);
    session.out() << json;
    json.clear();
    ++count;
    return true;
  });
  writer.end_array().end_object();
  session.out() << json << '\n';
  return count;
}

std::string set(const Entry& entry, const std::string& format, Session& session) {
  if (format == "short") return entry_as_line(entry, session) + '\n';
  if (format == "text") return entry_as_text(entry, session);
  return entry_as_markdown(session.discreet() ? without_words(entry) : entry);
}

int write_entries(Journal& journal, const EntryFilter& filter, const std::string& format,
                  Session& session) {
  int count = 0;
  LongOutput output(session);
  journal.each(filter, [&](Entry&& entry) {
    if (count > 0 && format != "short") output.write("\n");
    output.write(set(entry, format, session));
    ++count;
    return true;
  });
  output.finish();
  return count;
}

ExitCode list_entries(const JournalListOptions& options, Session& session) {
  const EntryFilter filter = read_entry_filter(options.filter, session);
  Journal journal(session.store(), session.clock(), session.rule());
  const std::string format = options.format.value_or("text");
  const int count = format == "json" ? write_json(journal, filter, session)
                                     : write_entries(journal, filter, format, session);
  if (count > 0) return ExitCode::done;
  if (format != "json") session.say("No entry fits.");
  return ExitCode::none;
}

}  // namespace

Action bind_journal_list(Options& options) {
  auto values = std::make_shared<JournalListOptions>();
  bind_entry_filter(options, values->filter);
  options.choice("--format", "FORMAT", values->format, {"text", "short", "json", "markdown"},
                 "text, short (a line each), json, or markdown");
  return [values](Session& session) { return list_entries(*values, session); };
}

}  // namespace lull
