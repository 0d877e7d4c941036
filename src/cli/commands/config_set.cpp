#include <fmt/format.h>

#include <memory>

#include "../setting_words.hpp"
#include "lull/app/config.hpp"
#include "lull/base/error.hpp"
#include "lull/base/paths.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/zone.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct ConfigSetOptions {
  std::optional<std::string> key;
  std::vector<std::string> values;
};

void require_complete(const ConfigSetOptions& options) {
  if (options.key && (!options.values.empty() || options.key == "review.names")) return;
  throw Error(ErrorKind::usage, "could not change the setting: a key and a value are needed",
              "lull config set pause.minutes 5");
}

ExitCode set_setting(const ConfigSetOptions& options, Session& session) {
  if (options.key) setting_row(*options.key);  // an unknown one is said before anything else
  require_complete(options);
  const SettingRow& row = setting_row(*options.key);
  // A zone that the system does not know would stop every command after this one.
  if (row.key == "time.zone" && !options.values.front().empty()) use_zone(options.values.front());
  const std::filesystem::path file = session.config_path().empty()
                                         ? default_config_file(session.environment())
                                         : session.config_path();
  const std::string before = change_setting(file, row, options.values);
  if (is_hidden(row, session)) {
    session.say(fmt::format("{} is set; undo does not cover settings.", row.key));
    return ExitCode::done;
  }
  const std::string now = row.write(load_settings(file, true));
  session.say(make_visible_line(
      fmt::format("{} is {} now; it was {}. Undo does not cover settings.", row.key, now, before)));
  if (session.environment().get(variable_of(row))) {
    session.warn(fmt::format("{} is set and goes before the file.", variable_of(row)));
  }
  return ExitCode::done;
}

}  // namespace

Action bind_config_set(Options& options) {
  auto values = std::make_shared<ConfigSetOptions>();
  options.word("KEY", values->key, "the setting, as screen.color");
  options.words("VALUE", values->values, "its value; several for a list, none for an empty one");
  return [values](Session& session) { return set_setting(*values, session); };
}

}  // namespace lull
