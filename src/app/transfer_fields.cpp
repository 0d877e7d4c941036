#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "transfer_parts.hpp"

namespace lull {
namespace {

template <class Number>
std::optional<Number> to_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<int> two_digits(std::string_view text, std::size_t at, int most) {
  if (at + 2 > text.size() || text[at] < '0' || text[at] > '9') return std::nullopt;
  const auto number = to_number<int>(text.substr(at, 2));
  return number && *number <= most ? number : std::nullopt;
}

std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z") return 0;
  if (text.size() == 5) {  // +0100
    return parse_offset(fmt::format("{}:{}", text.substr(0, 3), text.substr(3)));
  }
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = two_digits(text, 1, 26);
  const auto minutes = two_digits(text, 4, 59);
  if (!hours || !minutes) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

bool equals_folded(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char left, char right) { return (left | 0x20) == right; });
}

}  // namespace

void ImportReading::refuse(std::string_view reason) const {
  throw Error(ErrorKind::usage, fmt::format("could not import {}: line {}: {}", name, line, reason),
              "nothing was taken in; correct it and try again");
}

void ImportReading::leave_out(std::string_view reason) const {
  if (left_out != nullptr) left_out->push_back(fmt::format("{}, line {}: {}", name, line, reason));
}

void ImportReading::count_lines(std::string_view bytes) {
  line += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

std::optional<Stamp> parse_stamp(std::string_view text) {
  const std::size_t zone = text.find_first_of("Z+-", std::min<std::size_t>(text.size(), 11));
  if (zone == std::string_view::npos || text[10] != 'T') return std::nullopt;
  const auto day = parse_iso_day(text.substr(0, 10));
  std::string_view clock = text.substr(11, zone - 11);
  clock = clock.substr(0, clock.find('.'));  // parts of a second are not kept
  const auto seconds = parse_clock(clock);
  const auto offset = parse_offset(text.substr(zone));
  if (!day || !seconds || !offset) return std::nullopt;
  return Stamp{Instant{std::int64_t{day->number} * 86'400 + *seconds - std::int64_t{*offset} * 60},
               *offset};
}

std::optional<int> parse_clock(std::string_view text) {
  const std::size_t blank = text.find(' ');
  const std::string_view half = blank == std::string_view::npos ? "" : text.substr(blank + 1);
  const std::string_view digits = text.substr(0, blank);
  const auto hours = two_digits(digits, 0, 23);
  const auto minutes = two_digits(digits, 3, 59);
  const auto seconds = digits.size() == 5 ? 0 : two_digits(digits, 6, 60);
  if (!hours || !minutes || !seconds || digits[2] != ':') return std::nullopt;
  if (digits.size() != 5 && (digits.size() != 8 || digits[5] != ':')) return std::nullopt;
  int hour = *hours;
  if (blank != std::string_view::npos) {
    const bool late = equals_folded(half, "pm");
    if ((!late && !equals_folded(half, "am")) || hour < 1 || hour > 12) return std::nullopt;
    hour = hour % 12 + (late ? 12 : 0);
  }
  return hour * 3600 + *minutes * 60 + std::min(*seconds, 59);
}

std::optional<Instant> parse_local(std::string_view text, const DayRule& rule) {
  const auto day = parse_iso_day(text.substr(0, 10));
  if (!day) return std::nullopt;
  constexpr int kNoon = 12 * 3600;
  if (text.size() == 10) return rule.zone().to_instant({*day, kNoon});
  if (text[10] != ' ' && text[10] != 'T') return std::nullopt;
  const auto seconds = parse_clock(text.substr(11));
  if (!seconds) return std::nullopt;
  return rule.zone().to_instant({*day, *seconds});
}

std::optional<Uid> parse_uid(std::string_view hex) {
  Uid uid;
  if (hex.size() != 2 * uid.bytes.size()) return std::nullopt;
  for (std::size_t i = 0; i < uid.bytes.size(); ++i) {
    const char* begin = hex.data() + 2 * i;
    const auto [end, error] = std::from_chars(begin, begin + 2, uid.bytes.at(i), 16);
    if (error != std::errc() || end != begin + 2) return std::nullopt;
  }
  return uid;
}

std::int64_t EntryFields::number(std::string_view value, std::string_view problem) const {
  const auto number = to_number<std::int64_t>(value);
  if (!number) reading_.refuse(problem);
  return *number;
}

void EntryFields::set(std::string_view name, std::string_view value) {
  if (name == "at") {
    const auto stamp = parse_stamp(value);
    if (!stamp) reading_.refuse("\"at\" is no moment such as 2026-11-20T22:30:00+01:00");
    entry_.at.instant = stamp->instant;
    entry_.at.offset_minutes = stamp->offset_minutes;
    has_at_ = true;
  } else if (name == "uid") {
    const auto uid = parse_uid(value);
    if (!uid) reading_.refuse("\"uid\" is not 32 hexadecimal digits");
    entry_.uid = *uid;
  } else if (name == "zone") {
    entry_.at.zone = value;
  } else if (name == "day") {
    const auto day = parse_iso_day(value);
    if (!day) reading_.refuse("\"day\" is no date such as 2026-11-20");
    entry_.at.day = *day;
    has_day_ = true;
  } else if (name == "written") {
    entry_.written = Instant{number(value, "\"written\" is no whole number of seconds")};
    has_written_ = true;
  } else if (name == "kind") {
    const auto kind = parse_entry_kind(value);
    if (!kind) reading_.refuse("\"kind\" is none of page, letter, first-account");
    entry_.kind = *kind;
  } else if (name == "mood") {
    const std::int64_t mood = number(value, "\"mood\" is not a number from 1 to 10");
    if (mood < 1 || mood > 10) reading_.refuse("\"mood\" is not a number from 1 to 10");
    entry_.mood = static_cast<int>(mood);
  } else if (name == "feelings") {
    entry_.feelings.emplace_back(value);
  } else if (name == "tags") {
    entry_.tags.emplace_back(value);
  } else if (name == "starred") {
    if (value != "true" && value != "false") reading_.refuse("\"starred\" is not true or false");
    entry_.starred = value == "true";
  } else if (name == "prompt") {
    entry_.prompt = value;
  } else if (name != "id") {  // an entry gets its number where it is stored
    reading_.refuse("there is a field that lull.journal/1 does not have");
  }
}

void EntryFields::set(std::string_view name, const JsonValue& value) {
  if (value.is_null()) return;
  if (const std::string* text = value.as_string()) return set(name, std::string_view(*text));
  if (const bool* flag = value.as_bool()) return set(name, *flag ? "true" : "false");
  if (const std::int64_t* number = value.as_integer()) {
    return set(name, std::string_view(std::to_string(*number)));
  }
  const JsonArray* list = value.as_array();
  if (list == nullptr || (name != "tags" && name != "feelings")) {
    reading_.refuse("a field holds what it can't hold");
  }
  for (const JsonValue& item : *list) {
    if (item.as_string() == nullptr) reading_.refuse("a list holds what is no text");
    set(name, std::string_view(*item.as_string()));
  }
}

Entry EntryFields::finish(std::string text) && {
  if (!has_at_) reading_.refuse("\"at\" is missing");
  if (!has_day_) entry_.at.day = reading_.rule.day_of(entry_.at.instant);
  if (!has_written_) entry_.written = entry_.at.instant;
  if (entry_.at.zone.empty()) entry_.at.zone = reading_.rule.zone().name();
  entry_.text = std::move(text);
  return std::move(entry_);
}

Entry foreign_entry(Instant at, std::string text, const std::vector<std::string>& tags,
                    const DayRule& rule) {
  Entry entry;
  entry.at = rule.moment(at);
  entry.written = at;
  const auto add = [&](const std::string& tag) {
    if (!tag.empty() && !holds_word(entry.tags, tag)) entry.tags.push_back(tag);
  };
  for (const std::string& tag : tags) add(tag.substr(tag.starts_with('@') ? 1 : 0));
  for (const std::string& tag : tags_in(text)) add(tag);
  entry.text = std::move(text);
  return entry;
}

std::vector<std::string> at_tags_in(std::string_view text) {
  // The same rules as for '#', so the same function finds them; no '#' of the text may get in.
  std::string marked(text);
  std::replace(marked.begin(), marked.end(), '#', ' ');
  std::replace(marked.begin(), marked.end(), '@', '#');
  return tags_in(marked);
}

void append_guarded(std::string& out, std::string_view text, std::string_view mark) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t slashes = std::min(line.find_first_not_of('\\'), line.size());
    if (line.substr(slashes).starts_with(mark)) out += '\\';
    out += line;
    if (end < text.size()) out += '\n';
    begin = end + 1;
  }
}

std::string unguarded(std::string_view text, std::string_view mark) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    const std::size_t slashes = std::min(line.find_first_not_of('\\'), line.size());
    if (slashes > 0 && line.substr(slashes).starts_with(mark)) line.remove_prefix(1);
    plain += line;
    if (end < text.size()) plain += '\n';
    begin = end + 1;
  }
  return plain;
}

std::size_t next_mark(std::string_view bytes, std::size_t from, std::string_view mark) {
  if (bytes.substr(std::min(from, bytes.size())).starts_with(mark)) return from;
  const std::size_t found = bytes.find("\n" + std::string(mark), from);
  return found == std::string_view::npos ? bytes.size() : found + 1;
}

}  // namespace lull
