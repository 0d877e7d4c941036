#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/environment.hpp"
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
/// The row of that key. Throws Error{usage} with "did you mean".
const SettingRow& setting_row(const std::string& key);

/// Reads the file. One that isn't there gives the defaults, unless it `must_exist`. Throws
/// Error{usage} that names file, line and key for an unknown key or a value of the wrong kind.
Settings load_settings(const std::filesystem::path& path, bool must_exist);
/// The same from text; `name` is used in messages.
Settings parse_settings(std::string_view text, const std::string& name);

/// Puts in what was typed or stands in a variable: one word, or any number for a list. Throws
/// Error{usage} "could not read WHERE: it takes ..." when it is of the wrong kind.
void read_typed(const SettingRow& row, const std::vector<std::string>& words,
                const std::string& where, Settings& settings);

/// The variable that goes before the file: LULL_DAY_START for day.start.
std::string variable_of(const SettingRow& row);
/// Lets the variables have their say. Throws Error{usage} that names the variable.
void apply_variables(const Environment& environment, Settings& settings);

/// Where a value in force comes from.
enum class SettingOrigin { standard, file, variable };
SettingOrigin origin_of(const SettingRow& row, const std::filesystem::path& file,
                        const Environment& environment);

/// Writes one value into the file, which is made if need be, and keeps all that stands beside it;
/// the new text is read back before it takes the old one's place. Throws Error{usage} for a value
/// of the wrong kind and for a file that can't be read, Error{io}. Gives the value as it stood.
std::string change_setting(const std::filesystem::path& file, const SettingRow& row,
                           const std::vector<std::string>& words);

std::optional<ColorChoice> parse_color_choice(std::string_view word);

}  // namespace lull
