#include <algorithm>

#include "lull/base/blanks.hpp"
#include "transfer_parts.hpp"

namespace lull {
namespace {

/// "[2026-01-02 21:30] " at the beginning of a line.
struct Head {
  Instant at;
  std::size_t size = 0;
};

std::optional<Head> head_of(std::string_view line, const DayRule& rule) {
  if (!line.starts_with('[')) return std::nullopt;
  const std::size_t end = line.find(']');
  if (end == std::string_view::npos || end < 11) return std::nullopt;
  const auto at = parse_local(line.substr(1, end - 1), rule);
  if (!at) return std::nullopt;
  return Head{*at, end + (line.substr(end + 1).starts_with(' ') ? 2 : 1)};
}

std::string_view line_at(std::string_view bytes, std::size_t begin) {
  return bytes.substr(begin, std::min(bytes.find('\n', begin), bytes.size()) - begin);
}

// jrnl marks a starred entry by an asterisk at the end of its first line.
bool take_star(std::string& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::size_t last = std::string_view(text).substr(0, end).find_last_not_of(" \t\r");
  if (last == std::string::npos || text[last] != '*') return false;
  std::size_t begin = last;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '*')) --begin;
  text.erase(begin, last + 1 - begin);
  return true;
}

void take_record(std::string_view record, Instant at, ImportReading& reading) {
  // Empty lines at the end part entries; they aren't of the text.
  record = record.substr(0, record.find_last_not_of("\r\n") + 1);
  std::string text(record);
  const bool starred = take_star(text);
  if (is_blank(text)) {
    return reading.leave_out("there is no text in the entry");
  }
  const std::vector<std::string> tags = at_tags_in(text);
  Entry entry = foreign_entry(at, std::move(text), tags, reading.rule);
  entry.starred = starred;
  reading.take(std::move(entry));
}

std::string text_under(const JsonValue& value, std::string_view key, const ImportReading& reading) {
  const JsonValue* found = value.find(key);
  if (found == nullptr || found->is_null()) return "";
  if (found->as_string() == nullptr) reading.refuse("a field that should be text is none");
  return *found->as_string();
}

std::vector<std::string> tags_of(const JsonValue& value, const ImportReading& reading) {
  std::vector<std::string> tags;
  const JsonValue* list = value.find("tags");
  if (list == nullptr || list->is_null()) return tags;
  if (list->as_array() == nullptr) reading.refuse("\"tags\" is no list");
  for (const JsonValue& tag : *list->as_array()) {
    if (tag.as_string() == nullptr) reading.refuse("a tag is no text");
    tags.push_back(*tag.as_string());
  }
  return tags;
}

bool flag_under(const JsonValue& value, std::string_view key) {
  const JsonValue* found = value.find(key);
  return found != nullptr && found->as_bool() != nullptr && *found->as_bool();
}

}  // namespace

void read_jrnl(std::string_view bytes, ImportReading& reading) {
  std::optional<Head> head;
  std::size_t begin = 0;  // of the text
  std::size_t record_line = 1;
  std::size_t line_number = 1;
  for (std::size_t place = 0; place < bytes.size(); ++line_number) {
    const std::string_view line = line_at(bytes, place);
    if (const auto next = head_of(line, reading.rule)) {
      reading.line = record_line;
      reading.place = place;
      if (head) take_record(bytes.substr(begin, place - begin), head->at, reading);
      head = next;
      begin = place + next->size;
      record_line = line_number;
    } else if (!head && !is_blank(line)) {
      reading.line = line_number;
      reading.refuse("no entry begins here: \"[2026-01-02 21:30] ...\"");
    }
    place += line.size() + 1;
  }
  reading.line = record_line;
  if (head) take_record(bytes.substr(begin), head->at, reading);
}

void read_jrnl_json(std::string_view bytes, ImportReading& reading) {
  each_entry_of(bytes, reading, [&](const JsonValue& value) {
    const std::string date = text_under(value, "date", reading);
    const std::string time = text_under(value, "time", reading);
    const auto at = parse_local(time.empty() ? date : date + " " + time, reading.rule);
    if (!at) reading.refuse("\"date\" and \"time\" are not such as 2026-01-02 and 21:30");
    std::string text = text_under(value, "title", reading);
    const std::string body = text_under(value, "body", reading);
    if (!text.empty() && !body.empty() && !body.starts_with('\n')) text += '\n';
    text += body;
    if (is_blank(text)) {
      return reading.leave_out("there is no text in the entry");
    }
    Entry entry = foreign_entry(*at, std::move(text), tags_of(value, reading), reading.rule);
    entry.starred = flag_under(value, "starred");
    reading.take(std::move(entry));
  });
}

void read_dayone(std::string_view bytes, ImportReading& reading) {
  each_entry_of(bytes, reading, [&](const JsonValue& value) {
    const auto at = parse_stamp(text_under(value, "creationDate", reading));
    if (!at) reading.refuse("\"creationDate\" is no moment such as 2026-01-02T20:30:00Z");
    std::string text = text_under(value, "text", reading);
    if (is_blank(text)) {
      return reading.leave_out("there is no text in the entry");
    }
    Entry entry =
        foreign_entry(at->instant, std::move(text), tags_of(value, reading), reading.rule);
    entry.starred = flag_under(value, "starred");
    entry.uid = parse_uid(text_under(value, "uuid", reading)).value_or(Uid{});
    reading.take(std::move(entry));
  });
}

}  // namespace lull
