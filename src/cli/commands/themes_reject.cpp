#include <fmt/format.h>

#include <memory>

#include "../theme_words.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

ExitCode reject_theme(const std::optional<std::string>& typed, Session& session) {
  Store& store = session.store();
  const Theme theme = read_theme(typed, "reject", session);
  Verdicts(store, session.clock(), session.rule()).judge(theme, ThemeVerdict::rejected);
  session.say(session.discreet()
                  ? std::string("Set aside.")
                  : fmt::format("Set aside: {}. Reviews no longer rank it.", label_of(theme)));
  point_to_help(theme, session);
  return ExitCode::done;
}

}  // namespace

Action bind_themes_reject(Options& options) {
  auto theme = std::make_shared<std::optional<std::string>>();
  options.word("THEME", *theme, "the theme's name, as money_work");
  return [theme](Session& session) { return reject_theme(*theme, session); };
}

}  // namespace lull
