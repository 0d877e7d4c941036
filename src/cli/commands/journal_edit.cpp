#include "lull/app/journal_edit.hpp"

#include <fmt/format.h>

#include <memory>

#include "../entry_choice.hpp"
#include "../entry_text.hpp"
#include "../rescue.hpp"
#include "lull/app/journal.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"
#include "lull/cli/editor.hpp"

namespace lull {
namespace {

struct JournalEditOptions {
  std::vector<std::string> words;
  std::optional<std::string> at, kind;
  std::optional<int> mood;
  std::vector<std::string> feelings, tags, not_tags;
  bool last = false, starred = false, not_starred = false;

  bool only_facts() const {
    return at || kind || mood || !feelings.empty() || !tags.empty() || !not_tags.empty() ||
           starred || not_starred;
  }
};

std::string text_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

EntryChanges read_facts(const JournalEditOptions& options, Session& session) {
  if (options.starred && options.not_starred) {
    throw Error(ErrorKind::usage, "could not edit: --star and --no-star exclude each other");
  }
  EntryChanges changes;
  if (options.at) changes.at = parse_when(*options.at, session.rule(), session.now());
  if (options.kind) changes.kind = parse_entry_kind(*options.kind);
  changes.mood = options.mood;
  if (!options.feelings.empty()) changes.feelings = options.feelings;
  changes.more_tags = options.tags;
  changes.fewer_tags = options.not_tags;
  if (options.starred || options.not_starred) changes.starred = options.starred;
  return changes;
}

// Nothing when the editor gave nothing to save, which it has said.
std::optional<Typed> read_text(const std::vector<std::string>& words, const Entry& seen,
                               Session& session) {
  if (!words.empty()) return Typed{text_of(words), false, {}};
  if (session.terminal().input_is_terminal()) return edit_text(session, seen.text);
  return session.terminal().read_input();
}

ExitCode answer(const EditOutcome& outcome, const Entry& seen, Session& session) {
  switch (outcome.end) {
    case EditEnd::unchanged:
      session.say(fmt::format("Nothing was changed in {}.", seen.id));
      return ExitCode::none;
    case EditEnd::changed:
      session.say(fmt::format("Changed {}; what stood there before is kept.", seen.id));
      break;
    case EditEnd::kept_both:
      session.warn(
          fmt::format("{} had been changed meanwhile and stays as it is. What you wrote "
                      "is saved as {}.",
                      seen.id, outcome.entry.id));
      break;
  }
  if (!session.discreet()) session.say(entry_as_line(outcome.entry, session));
  return ExitCode::done;
}

ExitCode edit(const JournalEditOptions& options, Session& session) {
  std::vector<std::string> words = options.words;
  EntryChanges changes = read_facts(options, session);
  Journal journal(session.store(), session.clock(), session.rule());
  const Entry seen = take_entry(journal, options.last, words, "edit");
  const bool text_stays = words.empty() && options.only_facts();
  return rescuing(
      session, [&] { return text_stays ? Typed{} : read_text(words, seen, session); },
      [&](const Typed& typed) {
        if (!text_stays) changes.text = typed.text;
        return answer(edit_entry(session.store(), session.clock(), session.rule(), seen, changes),
                      seen, session);
      });
}

}  // namespace

Action bind_journal_edit(Options& options) {
  auto values = std::make_shared<JournalEditOptions>();
  options.words("ID TEXT", values->words,
                "its number, then the new text; without it, the editor opens");
  options.flag("--last", values->last, "the newest one, in place of a number");
  options.number("--mood", "N", values->mood, 1, 10, "how it was, 1 (worst) to 10");
  options.texts("--feel", "WORD", values->feelings, "a feeling, in place of the old ones");
  options.texts("--tag", "TAG", values->tags, "one more tag");
  options.texts("--not-tag", "TAG", values->not_tags, "a tag to take off");
  options.text("--at", "WHEN", values->at, "when it was (lull help dates)");
  options.flag("--star", values->starred, "a line to come back to");
  options.flag("--no-star", values->not_starred, "no longer starred");
  options.choice("--kind", "KIND", values->kind, {"page", "letter", "first-account"},
                 "page, letter, or first-account");
  return [values](Session& session) { return edit(*values, session); };
}

}  // namespace lull
