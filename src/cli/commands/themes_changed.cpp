#include <fmt/format.h>

#include <memory>

#include "../questions.hpp"
#include "../theme_words.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct ThemesChangedOptions {
  std::optional<std::string> theme, mine, theirs, why;

  bool say_nothing() const { return !mine && !theirs && !why; }
};

const std::vector<std::string> kAnswers{"yes", "no", "unsure"};

// What they have changed can't be known in silence, so it is asked last and Enter leaves it a
// question for the talk.
void ask_missing(ThemesChangedOptions& options, Session& session) {
  options.mine = ask_choice(session, "Has your part of it changed?", kAnswers);
  options.why = ask_words(session, "What makes you say so?");
  options.theirs = ask_choice(
      session, "Has theirs, as you heard it from them? Enter keeps it for the talk.", kAnswers);
  if (options.say_nothing()) {
    throw Error(ErrorKind::usage, "could not save the change: nothing was said about it");
  }
}

std::string_view words_for(Changed changed, std::string_view otherwise) {
  return changed == Changed::unasked ? otherwise : to_string(changed);
}

ExitCode note_change(ThemesChangedOptions options, Session& session) {
  Store& store = session.store();
  const Theme theme = read_theme(options.theme, "change", session);
  if (options.say_nothing() && session.asks()) ask_missing(options, session);
  ChangeDraft draft;
  if (options.mine) draft.mine = parse_changed(*options.mine);
  if (options.theirs) draft.theirs = parse_changed(*options.theirs);
  draft.why = options.why;
  const Verdict verdict =
      Verdicts(store, session.clock(), session.rule()).note_change(theme, draft);
  session.say(fmt::format("Recorded. {}, changed? Yours: {}. Theirs: {}.",
                          session.discreet() ? "The theme" : label_of(theme),
                          words_for(verdict.mine, "not said"),
                          words_for(verdict.theirs, "a question for the talk")));
  point_to_help(theme, session);
  return ExitCode::done;
}

}  // namespace

Action bind_themes_changed(Options& options) {
  auto values = std::make_shared<ThemesChangedOptions>();
  options.word("THEME", values->theme, "the theme's name, as money_work");
  options.choice("--mine", "ANSWER", values->mine, kAnswers, "whether your part has changed");
  options.choice("--theirs", "ANSWER", values->theirs, kAnswers,
                 "whether theirs has, as you heard it from them");
  options.text("--why", "TEXT", values->why, "what makes you say so");
  return [values](Session& session) { return note_change(*values, session); };
}

}  // namespace lull
