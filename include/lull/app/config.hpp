#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lull/base/toml.hpp"
#include "lull/model/settings.hpp"

namespace lull {

/// One key of the config file: its name, type, default and meaning stand here and nowhere else.
struct SettingRow {
  std::string_view key;      ///< "day.start"
  std::string_view type;     ///< for people: "time of day"
  std::string_view meaning;  ///< one line, no full stop
  /// Puts the value in; false when its type or range is wrong.
  bool (*read)(const TomlValue& value, Settings& settings);
  /// The value in force, as it would be written in the file.
  std::string (*write)(const Settings& settings);
};

std::span<const SettingRow> setting_rows();

/// Reads the file. One that isn't there gives the defaults, unless it `must_exist`. Throws
/// Error{usage} that names file, line and key for an unknown key or a value of the wrong kind.
Settings load_settings(const std::filesystem::path& path, bool must_exist);
/// The same from text; `name` is used in messages.
Settings parse_settings(std::string_view text, const std::string& name);

std::optional<ColorChoice> parse_color_choice(std::string_view word);

}  // namespace lull
