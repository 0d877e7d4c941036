#include <fmt/format.h>

#include <memory>

#include "../theme_words.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

ExitCode confirm_theme(const std::optional<std::string>& typed, Session& session) {
  Store& store = session.store();
  const Theme theme = read_theme(typed, "confirm", session);
  Verdicts(store, session.clock(), session.rule()).judge(theme, ThemeVerdict::confirmed);
  session.say(session.discreet()
                  ? std::string("Confirmed.")
                  : fmt::format("Confirmed: {}. Your word beats the count.", label_of(theme)));
  point_to_help(theme, session);
  return ExitCode::done;
}

}  // namespace

Action bind_themes_confirm(Options& options) {
  auto theme = std::make_shared<std::optional<std::string>>();
  options.word("THEME", *theme, "the theme's name, as money_work");
  return [theme](Session& session) { return confirm_theme(*theme, session); };
}

}  // namespace lull
