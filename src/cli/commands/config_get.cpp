#include <fmt/format.h>

#include <memory>

#include "../setting_words.hpp"
#include "lull/app/config.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

ExitCode show_setting(const std::optional<std::string>& key, Session& session) {
  if (!key) {
    throw Error(ErrorKind::usage, "could not show the setting: no key was given",
                "lull config list shows them all");
  }
  const SettingRow& row = setting_row(*key);
  if (is_hidden(row, session)) {
    throw Error(ErrorKind::refused,
                "could not show the setting: it holds names, and this is "
                "discreet");
  }
  session.out() << make_visible(plain_setting(row, session.settings())) << '\n';
  return ExitCode::done;
}

}  // namespace

Action bind_config_get(Options& options) {
  auto key = std::make_shared<std::optional<std::string>>();
  options.word("KEY", *key, "the setting, as screen.color");
  return [key](Session& session) { return show_setting(*key, session); };
}

}  // namespace lull
