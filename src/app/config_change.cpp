#include <fmt/format.h>

#include <algorithm>

#include "lull/app/config.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/toml_edit.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

constexpr std::string_view kVariablePrefix = "LULL_";

bool is_list(const SettingRow& row) { return row.type == "list of texts"; }

TomlValue text_value(const std::string& text) {
  TomlValue value;
  value.data = text;
  return value;
}

// 10, 2.5 and true, which a text would not be.
std::optional<TomlValue> plain_value(const std::string& word) {
  if (word.find('\n') != std::string::npos) return std::nullopt;
  try {
    const TomlTable table = parse_toml("value = " + word, "value");
    if (table.size() == 1) return table.front().second;
  } catch (const Error&) {
    // not TOML, so not a value either
  }
  return std::nullopt;
}

bool read_words(const SettingRow& row, const std::vector<std::string>& words, Settings& settings) {
  if (is_list(row)) {
    TomlValue list;
    TomlArray items;
    for (const std::string& word : words) items.push_back(text_value(word));
    list.data = std::move(items);
    return row.read(list, settings);
  }
  if (words.size() != 1) return false;
  if (row.read(text_value(words.front()), settings)) return true;
  const std::optional<TomlValue> value = plain_value(words.front());
  return value && row.read(*value, settings);
}

std::pair<std::string_view, std::string_view> split_key(std::string_view key) {
  const std::size_t dot = key.find('.');
  return {key.substr(0, dot), key.substr(dot + 1)};
}

// What the person gets back must be what they had, but for the one value.
void require_same(const std::string& before, const std::string& after, const SettingRow& changed,
                  const Settings& wanted, const std::string& name) {
  const Settings now = parse_settings(after, name);
  bool agrees = changed.write(now) == changed.write(wanted);
  try {
    const Settings old = parse_settings(before, name);
    agrees = agrees &&
             std::all_of(setting_rows().begin(), setting_rows().end(), [&](const SettingRow& row) {
               return row.key == changed.key || row.write(old) == row.write(now);
             });
  } catch (const Error&) {
    // The value that is being changed was what could not be read.
  }
  if (!agrees) {
    throw Error(ErrorKind::refused,
                fmt::format("could not change {}: it would read otherwise than meant; nothing was "
                            "changed",
                            name),
                "edit the line by hand");
  }
}

}  // namespace

void read_typed(const SettingRow& row, const std::vector<std::string>& words,
                const std::string& where, Settings& settings) {
  const bool sound = std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return !find_invalid_utf8(word).has_value();
  });
  if (sound && read_words(row, words, settings)) return;
  throw Error(ErrorKind::usage, fmt::format("could not read {}: it takes {}", where, row.type),
              std::string(row.meaning));
}

std::string variable_of(const SettingRow& row) {
  std::string name(kVariablePrefix);
  for (const char c : row.key) {
    name += c == '.' ? '_' : (c >= 'a' && c <= 'z') ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return name;
}

void apply_variables(const Environment& environment, Settings& settings) {
  const auto& all = environment.all();
  const auto first = all.lower_bound(kVariablePrefix);
  // Most people set none, and every command comes through here.
  if (first == all.end() || !first->first.starts_with(kVariablePrefix)) return;
  for (const SettingRow& row : setting_rows()) {
    const std::string name = variable_of(row);
    const std::optional<std::string> value = environment.get(name);
    if (value) read_typed(row, {*value}, name, settings);
  }
}

SettingOrigin origin_of(const SettingRow& row, const std::filesystem::path& file,
                        const Environment& environment) {
  if (environment.get(variable_of(row))) return SettingOrigin::variable;
  TomlValue root;
  root.data = parse_toml(read_file(file).value_or(""), make_visible_line(file.string()));
  const auto [table, key] = split_key(row.key);
  const TomlValue* found = root.find(table);
  return found != nullptr && found->find(key) != nullptr ? SettingOrigin::file
                                                         : SettingOrigin::standard;
}

std::string change_setting(const std::filesystem::path& file, const SettingRow& row,
                           const std::vector<std::string>& words) {
  const std::string name = make_visible_line(file.string());
  Settings wanted;
  read_typed(row, words, std::string(row.key), wanted);
  const std::string before = read_file(file).value_or("");
  const auto [table, key] = split_key(row.key);
  const std::string after = set_toml_value(before, table, key, row.write(wanted), name);
  require_same(before, after, row, wanted, name);
  std::string stood = "nothing that could be read";
  try {
    stood = row.write(parse_settings(before, name));
  } catch (const Error&) {
    // the words above say it
  }
  create_private_folder(file.parent_path().empty() ? "." : file.parent_path());
  write_file_atomically(file, after);
  return stood;
}

}  // namespace lull
