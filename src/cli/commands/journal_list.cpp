#include <fmt/format.h>

#include <memory>

#include "../entry_json.hpp"
#include "../entry_text.hpp"
#include "lull/app/journal.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct JournalListOptions {
  std::optional<std::string> from, to, on, contains, kind, format;
  std::vector<std::string> tags;
  std::optional<int> limit;
  bool starred = false, reverse = false;
};

EntryFilter read_filter(const JournalListOptions& options, Session& session) {
  const auto day = [&](const std::optional<std::string>& text) -> std::optional<Day> {
    if (!text) return std::nullopt;
    return parse_day(*text, session.rule(), session.now());
  };
  EntryFilter filter;
  filter.from = options.on ? day(options.on) : day(options.from);
  filter.to = options.on ? day(options.on) : day(options.to);
  filter.tags = options.tags;
  filter.contains = options.contains.value_or("");
  filter.starred = options.starred;
  filter.limit = options.limit;
  filter.newest_first = !options.reverse;
  if (options.kind) filter.kind = parse_entry_kind(*options.kind);
  return filter;
}

int write_json(Journal& journal, const EntryFilter& filter, Session& session) {
  std::string json;
  JsonWriter writer(json);
  int count = 0;
  writer.begin_object().field("format", "lull.journal/1").key("entries").begin_array();
  journal.each(filter, [&](Entry&& entry) {
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

int write_text(Journal& journal, const EntryFilter& filter, bool whole, Session& session) {
  int count = 0;
  journal.each(filter, [&](Entry&& entry) {
    if (whole) {
      session.out() << (count == 0 ? "" : "\n") << entry_as_text(entry, session);
    } else {
      session.out() << entry_as_line(entry, session) << '\n';
    }
    ++count;
    return true;
  });
  return count;
}

ExitCode list_entries(const JournalListOptions& options, Session& session) {
  const EntryFilter filter = read_filter(options, session);
  Journal journal(session.store(), session.clock(), session.rule());
  const std::string format = options.format.value_or("text");
  const int count = format == "json" ? write_json(journal, filter, session)
                                     : write_text(journal, filter, format == "text", session);
  if (count > 0) return ExitCode::done;
  if (format != "json") session.say("No entry fits.");
  return ExitCode::none;
}

}  // namespace

Action bind_journal_list(Options& options) {
  auto values = std::make_shared<JournalListOptions>();
  options.text("--from", "DAY", values->from, "from this day on");
  options.text("--to", "DAY", values->to, "up to this day, included");
  options.text("--on", "DAY", values->on, "of this day alone");
  options.texts("--tag", "TAG", values->tags, "with this tag");
  options.choice("--kind", "KIND", values->kind, {"page", "letter", "first-account"},
                 "pages, unsent letters, or first accounts");
  options.flag("--star", values->starred, "starred ones alone");
  options.text("--contains", "TEXT", values->contains, "with this text, whatever its case");
  options.number("--limit,-n", "N", values->limit, 0, 1'000'000'000, "at most so many");
  options.flag("--reverse", values->reverse, "oldest first");
  options.choice("--format", "FORMAT", values->format, {"text", "short", "json"},
                 "text, short (a line each), or json");
  return [values](Session& session) { return list_entries(*values, session); };
}

}  // namespace lull
