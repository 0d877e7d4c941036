#include "lull/app/config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lull/base/edit_distance.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

bool read_bool(const TomlValue& value, bool& target) {
  if (value.as_bool() == nullptr) return false;
  target = *value.as_bool();
  return true;
}

bool read_number(const TomlValue& value, int& target, int least, int most) {
  if (value.as_integer() == nullptr || *value.as_integer() < least || *value.as_integer() > most) {
    return false;
  }
  target = static_cast<int>(*value.as_integer());
  return true;
}

bool read_text(const TomlValue& value, std::string& target) {
  if (value.as_string() == nullptr) return false;
  target = *value.as_string();
  return true;
}

bool read_texts(const TomlValue& value, std::vector<std::string>& target) {
  if (value.as_array() == nullptr) return false;
  target.clear();
  for (const TomlValue& item : *value.as_array()) {
    if (item.as_string() == nullptr) return false;
    target.push_back(*item.as_string());
  }
  return true;
}

// "04:00" to minutes; the day may begin at noon at the latest.
bool read_time_of_day(const TomlValue& value, int& target) {
  const std::string* text = value.as_string();
  if (text == nullptr || text->size() != 5 || (*text)[2] != ':') return false;
  for (const std::size_t at : {0u, 1u, 3u, 4u}) {
    if ((*text)[at] < '0' || (*text)[at] > '9') return false;
  }
  const int hours = ((*text)[0] - '0') * 10 + ((*text)[1] - '0');
  const int minutes = ((*text)[3] - '0') * 10 + ((*text)[4] - '0');
  if (minutes > 59 || hours * 60 + minutes > 12 * 60) return false;
  target = hours * 60 + minutes;
  return true;
}

bool read_minutes(const TomlValue& value, double& target) {
  const double* number = std::get_if<double>(&value.data);
  const double minutes = number != nullptr               ? *number
                         : value.as_integer() != nullptr ? static_cast<double>(*value.as_integer())
                                                         : 0;
  if (!(minutes > 0 && minutes <= 60)) return false;
  target = minutes;
  return true;
}

std::string in_quotes(std::string_view text) {
  std::string quotes = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quotes += '\\';
    if ((c >= 0 && c < ' ') || c == 0x7f) {
      quotes += fmt::format("\\u{:04X}", static_cast<int>(c));
    } else {
      quotes += c;
    }
  }
  return quotes + '"';
}

std::string in_quotes_list(const std::vector<std::string>& texts) {
  std::string list = "[";
  for (const std::string& text : texts) list += (list.size() > 1 ? ", " : "") + in_quotes(text);
  return list + "]";
}

std::string to_text(bool flag) { return flag ? "true" : "false"; }

std::string_view to_string(ColorChoice choice) {
  switch (choice) {
    case ColorChoice::automatic:
      return "auto";
    case ColorChoice::always:
      return "always";
    case ColorChoice::never:
      return "never";
  }
  return "auto";
}

using V = const TomlValue&;
using S = Settings&;
using C = const Settings&;

const std::array kRows{
    SettingRow{"day.start", "time of day", "when a journal day begins, 00:00 to 12:00",
               [](V v, S s) { return read_time_of_day(v, s.day_start_minutes); },
               [](C s) {
                 return fmt::format("\"{:02}:{:02}\"", s.day_start_minutes / 60,
                                    s.day_start_minutes % 60);
               }},
    SettingRow{"time.zone", "text", "the zone to reckon in, as Europe/Berlin; empty: the system's",
               [](V v, S s) { return read_text(v, s.zone); },
               [](C s) { return in_quotes(s.zone); }},
    SettingRow{"streak.days", "whole number", "quiet days that begin proposes, 1 to 3650",
               [](V v, S s) { return read_number(v, s.length, 1, 3650); },
               [](C s) { return std::to_string(s.length); }},
    SettingRow{"streak.on_break", "carry-on or restart",
               "what a break does to the days to go, for periods begun from now on",
               [](V v, S s) {
                 const auto rule = v.as_string() ? parse_on_break(*v.as_string()) : std::nullopt;
                 if (rule) s.on_break = *rule;
                 return rule.has_value();
               },
               [](C s) { return in_quotes(to_string(s.on_break)); }},
    SettingRow{"social.looking_breaks", "true or false",
               "whether a look at their profile breaks the silence",
               [](V v, S s) { return read_bool(v, s.looking_breaks); },
               [](C s) { return to_text(s.looking_breaks); }},
    SettingRow{"journal.editor", "text", "the editor's command; empty: $VISUAL, then $EDITOR",
               [](V v, S s) { return read_text(v, s.editor); },
               [](C s) { return in_quotes(s.editor); }},
    SettingRow{"screen.color", "auto, always or never", "color on the screen",
               [](V v, S s) {
                 const auto color =
                     v.as_string() ? parse_color_choice(*v.as_string()) : std::nullopt;
                 if (color) s.color = *color;
                 return color.has_value();
               },
               [](C s) { return in_quotes(to_string(s.color)); }},
    SettingRow{"screen.discreet", "true or false", "no name and no text on the screen",
               [](V v, S s) { return read_bool(v, s.discreet); },
               [](C s) { return to_text(s.discreet); }},
    SettingRow{"screen.pager", "true or false", "long pages through $PAGER",
               [](V v, S s) { return read_bool(v, s.pager); },
               [](C s) { return to_text(s.pager); }},
    SettingRow{"pause.minutes", "whole number", "how long pause waits, 1 to 60",
               [](V v, S s) { return read_number(v, s.pause_minutes, 1, 60); },
               [](C s) { return std::to_string(s.pause_minutes); }},
    SettingRow{"talk.minutes", "number", "how long a turn of a talk is, up to 60",
               [](V v, S s) { return read_minutes(v, s.talk_minutes); },
               [](C s) { return fmt::format("{}", s.talk_minutes); }},
    SettingRow{"remind.writing", "true or false", "whether remind speaks of writing",
               [](V v, S s) { return read_bool(v, s.remind_writing); },
               [](C s) { return to_text(s.remind_writing); }},
    SettingRow{"remind.checkin", "true or false", "check-ins are due even without a decision",
               [](V v, S s) { return read_bool(v, s.remind_checkin); },
               [](C s) { return to_text(s.remind_checkin); }},
    SettingRow{"checkin.every", "whole number", "days between two check-ins, 1 to 90",
               [](V v, S s) { return read_number(v, s.checkin_every, 1, 90); },
               [](C s) { return std::to_string(s.checkin_every); }},
    SettingRow{"backup.keep", "whole number", "backups that are kept, 1 to 1000",
               [](V v, S s) { return read_number(v, s.backup_keep, 1, 1000); },
               [](C s) { return std::to_string(s.backup_keep); }},
    SettingRow{"review.names", "list of texts", "names that review --anonymous leaves out",
               [](V v, S s) { return read_texts(v, s.names); },
               [](C s) { return in_quotes_list(s.names); }},
    SettingRow{"help.country", "text", "country of the helplines, as DE; empty: by the zone",
               [](V v, S s) { return read_text(v, s.country); },
               [](C s) { return in_quotes(s.country); }},
};

const SettingRow* find_row(std::string_view key) {
  const auto row = std::find_if(kRows.begin(), kRows.end(),
                                [&](const SettingRow& candidate) { return candidate.key == key; });
  return row == kRows.end() ? nullptr : &*row;
}

[[noreturn]] void throw_unknown_key(const std::string& where, const std::string& key) {
  std::vector<std::string> known;
  known.reserve(kRows.size());
  for (const SettingRow& row : kRows) known.emplace_back(row.key);
  const auto nearest = find_nearest(key, known);
  throw Error(
      ErrorKind::usage, fmt::format("{}: there is no setting {}", where, make_visible_line(key)),
      nearest ? fmt::format("did you mean {}?", *nearest) : "lull config list shows them all");
}

void read_table(const TomlTable& table, const std::string& prefix, const std::string& name,
                Settings& settings) {
  for (const auto& [key, value] : table) {
    const std::string full = prefix.empty() ? key : prefix + '.' + key;
    if (const TomlTable* inner = value.as_table()) {
      read_table(*inner, full, name, settings);
      continue;
    }
    const SettingRow* row = find_row(full);
    if (row == nullptr) {
      throw_unknown_key(fmt::format("could not read {}: line {}", name, value.line), full);
    }
    if (!row->read(value, settings)) {
      throw Error(
          ErrorKind::usage,
          fmt::format("could not read {}: line {}: {} takes {}", name, value.line, full, row->type),
          std::string(row->meaning));
    }
  }
}

}  // namespace

std::span<const SettingRow> setting_rows() { return kRows; }

const SettingRow& setting_row(const std::string& key) {
  const SettingRow* row = find_row(key);
  if (row == nullptr) throw_unknown_key("could not find the setting", key);
  return *row;
}

std::optional<ColorChoice> parse_color_choice(std::string_view word) {
  if (word == "auto") return ColorChoice::automatic;
  if (word == "always") return ColorChoice::always;
  if (word == "never") return ColorChoice::never;
  return std::nullopt;
}

Settings parse_settings(std::string_view text, const std::string& name) {
  Settings settings;
  read_table(parse_toml(text, name), "", name, settings);
  return settings;
}

Settings load_settings(const std::filesystem::path& path, bool must_exist) {
  const std::optional<std::string> text = read_file(path);
  const std::string name = make_visible_line(path.string());
  if (text) return parse_settings(*text, name);
  if (must_exist) {
    throw Error(ErrorKind::usage, fmt::format("could not read {}: there is no such file", name));
  }
  return {};
}

}  // namespace lull
