#include <fmt/format.h>

#include <memory>

#include "../entry_choice.hpp"
#include "../entry_json.hpp"
#include "../entry_markdown.hpp"
#include "../entry_text.hpp"
#include "lull/app/journal.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct JournalShowOptions {
  std::optional<std::string> word, format;
  bool last = false;
};

// The exact bytes may hold escape sequences: they go to a file or a program, never to a screen.
void write_raw(const Entry& entry, Session& session) {
  if (session.terminal().output_is_terminal()) {
    throw Error(ErrorKind::refused, "could not show the exact bytes: the output is a screen",
                fmt::format("lull journal show {} --format raw > FILE", entry.id));
  }
  session.out() << entry.text;
}

ExitCode show_entry(const JournalShowOptions& options, Session& session) {
  Journal journal(session.store(), session.clock(), session.rule());
  std::vector<std::string> words;
  if (options.word) words.push_back(*options.word);
  const Entry entry = take_entry(journal, options.last, words, "show");
  const Entry shown = session.discreet() ? without_words(entry) : entry;
  const std::string format = options.format.value_or("text");
  if (format == "json") {
    std::string json;
    JsonWriter writer(json);
    write_entry_json(writer, shown);
    session.out() << json << '\n';
  } else if (format == "raw") {
    write_raw(entry, session);
  } else if (format == "markdown") {
    session.out() << entry_as_markdown(shown);
  } else {
    session.out() << entry_as_text(entry, session);
  }
  return ExitCode::done;
}

}  // namespace

Action bind_journal_show(Options& options) {
  auto values = std::make_shared<JournalShowOptions>();
  options.word("ID", values->word, "its number");
  options.flag("--last", values->last, "the newest one");
  options.choice("--format", "FORMAT", values->format, {"text", "json", "markdown", "raw"},
                 "text, json, markdown, or raw (the exact bytes)");
  return [values](Session& session) { return show_entry(*values, session); };
}

}  // namespace lull
