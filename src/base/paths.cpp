#include "lull/base/paths.hpp"

#include "lull/base/error.hpp"

namespace lull {
namespace {

std::filesystem::path absolute_value(const Environment& environment, std::string_view name) {
  const std::filesystem::path path = environment.get(name).value_or("");
  return path.is_absolute() ? path : std::filesystem::path();
}

std::filesystem::path folder_of(const Environment& environment, std::string_view variable,
                                std::string_view below_home) {
  if (const auto folder = absolute_value(environment, variable); !folder.empty()) {
    return folder / "lull";
  }
  const auto home = absolute_value(environment, "HOME");
  if (home.empty()) {
    throw Error(ErrorKind::usage, "could not find your home folder: HOME is not set",
                "set HOME, or name the places with --data and --config");
  }
  return home / below_home / "lull";
}

}  // namespace

std::filesystem::path default_data_folder(const Environment& environment) {
  return folder_of(environment, "XDG_DATA_HOME", ".local/share");
}

std::filesystem::path default_config_file(const Environment& environment) {
  return folder_of(environment, "XDG_CONFIG_HOME", ".config") / "config.toml";
}

std::filesystem::path state_folder(const Environment& environment) {
  return folder_of(environment, "XDG_STATE_HOME", ".local/state");
}

std::filesystem::path runtime_folder(const Environment& environment) {
  const auto folder = absolute_value(environment, "XDG_RUNTIME_DIR");
  return folder.empty() ? folder : folder / "lull";
}

}  // namespace lull
