#include <fmt/format.h>

#include <memory>

#include "../after_adding.hpp"
#include "../crisis_notice.hpp"
#include "../prompt_choice.hpp"
#include "../rescue.hpp"
#include "lull/app/journal.hpp"
#include "lull/app/recovery.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/command.hpp"
#include "lull/cli/editor.hpp"

namespace lull {
namespace {

struct JournalAddOptions {
  std::vector<std::string> text;
  std::optional<std::string> at, prompt;
  std::optional<int> mood;
  std::vector<std::string> feelings, tags;
  bool starred = false, unsent = false, edit = false;
};

constexpr int kEchoColumns = 60;

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

Draft read_draft(const JournalAddOptions& options, Session& session) {
  Draft draft;
  if (options.at) draft.at = parse_when(*options.at, session.rule(), session.now());
  draft.mood = options.mood;
  draft.feelings = options.feelings;
  draft.tags = options.tags;
  draft.starred = options.starred;
  draft.kind = options.unsent ? EntryKind::letter : EntryKind::page;
  draft.prompt = choose_prompt_for(options.prompt, session);
  return draft;
}

// Opened before anything is written, so that a journal that can't be had is known first.
Store& open_for_adding(Session& session) {
  if (session.has_store() || session.data_was_named()) return session.store();
  Store& store = session.create_store();
  session.say(
      "A new journal was made, readable by you alone and not locked. lull begin sets up a "
      "quiet period.");
  return store;
}

// Said before the writing, so that nobody writes it twice.
void mention_left_texts(Session& session) {
  const std::size_t left = recovery_files(session.data_folder(), session.environment()).size();
  if (left == 0) return;
  session.say(left == 1 ? "A text that was not saved is there; lull journal recover takes it in."
                        : fmt::format("{} texts that were not saved are there; lull journal "
                                      "recover takes them in.",
                                      left));
}

// Nothing when the editor gave nothing to save.
std::optional<Typed> read_text(const JournalAddOptions& options, Session& session) {
  if (options.edit) return edit_text(session, join(options.text));
  if (!options.text.empty()) return Typed{join(options.text), false, {}};
  if (session.terminal().input_is_terminal()) {
    return session.terminal().write_inline("Write. ^D on an empty line saves, ^C leaves.\n");
  }
  return session.terminal().read_input();
}

void answer(const Entry& entry, Session& session) {
  session.say(fmt::format("Saved as {}, {}.", entry.id, describe(entry.at, session.now())));
  if (session.discreet()) return;
  session.say("  " + fit_to_width(make_visible_line(entry.text), kEchoColumns));
}

ExitCode add_entry(const JournalAddOptions& options, Session& session) {
  Draft draft = read_draft(options, session);
  mention_left_texts(session);
  if (options.edit) open_for_adding(session);
  const auto save = [&](const Typed& typed) {
    draft.text = typed.text;
    Journal journal(open_for_adding(session), session.clock(), session.rule());
    const Entry entry = journal.add(draft);
    answer(entry, session);
    look_after_adding(entry, session);
    point_to_crisis_help(entry.text, session);
    return ExitCode::done;
  };
  return rescuing(
      session, [&] { return read_text(options, session); }, save);
}

}  // namespace

Action bind_journal_add(Options& options) {
  auto values = std::make_shared<JournalAddOptions>();
  options.words("TEXT", values->text, "what to write; without it, it is asked for or read");
  options.flag("--edit", values->edit, "write in $VISUAL or $EDITOR (also: lull write)");
  options.number("--mood", "N", values->mood, 1, 10, "how it is, 1 (worst) to 10");
  options.texts("--feel", "WORD", values->feelings, "a feeling");
  options.texts("--tag", "TAG", values->tags, "a tag; #tags in the text count as well");
  options.text("--at", "WHEN", values->at, "when it was (lull help dates)");
  options.flag("--star", values->starred, "a line to come back to");
  options.flag("--unsent", values->unsent, "a letter that is never sent");
  options.maybe_text("--prompt", "ID", values->prompt, is_prompt_id,
                     "the prompt it answers; without ID, today's");
  return [values](Session& session) { return add_entry(*values, session); };
}

}  // namespace lull
