#include "setting_words.hpp"

namespace lull {

std::string plain_setting(const SettingRow& row, const Settings& settings) {
  const TomlTable table = parse_toml("value = " + row.write(settings), "the setting");
  const TomlValue& value = table.front().second;
  if (const std::string* text = value.as_string()) return *text;
  const TomlArray* list = value.as_array();
  if (list == nullptr) return row.write(settings);
  std::string lines;
  for (const TomlValue& item : *list) {
    if (!lines.empty()) lines += '\n';
    lines += *item.as_string();
  }
  return lines;
}

bool is_hidden(const SettingRow& row, const Session& session) {
  return session.discreet() && row.key == "review.names";
}

}  // namespace lull
