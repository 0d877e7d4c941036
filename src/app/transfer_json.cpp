#include <algorithm>
#include <memory>

#include "lull/app/entry_json.hpp"
#include "lull/base/error.hpp"
#include "transfer_parts.hpp"

namespace lull {
namespace {

constexpr std::string_view kJsonBlanks = " \t\r\n";

/// Finds where values begin and end without looking into them.
class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

  std::size_t place() const { return place_; }
  bool take(char sign) {
    skip_blanks();
    if (place_ >= bytes_.size() || bytes_[place_] != sign) return false;
    ++place_;
    return true;
  }
  bool sees(char sign) {
    skip_blanks();
    return place_ < bytes_.size() && bytes_[place_] == sign;
  }
  /// One whole value of any kind; empty when there is none.
  std::string_view value() {
    skip_blanks();
    const std::size_t begin = place_;
    std::size_t depth = 0;
    while (place_ < bytes_.size()) {
      const char sign = bytes_[place_];
      if (sign == '"') {
        skip_string();
      } else if (sign == '{' || sign == '[') {
        ++depth;
        ++place_;
      } else if (depth == 0 && (sign == ',' || sign == ']' || sign == '}' || sign == ':')) {
        break;
      } else {
        if (sign == '}' || sign == ']') --depth;
        ++place_;
      }
    }
    const std::string_view whole = bytes_.substr(begin, place_ - begin);
    return whole.substr(0, whole.find_last_not_of(kJsonBlanks) + 1);
  }

 private:
  void skip_blanks() {
    place_ = std::min(bytes_.find_first_not_of(kJsonBlanks, place_), bytes_.size());
  }
  // Whether the sign here follows an odd number of backslashes.
  bool is_escaped(std::size_t begin) const {
    std::size_t first = place_;
    while (first > begin && bytes_[first - 1] == '\\') --first;
    return (place_ - first) % 2 == 1;
  }
  void skip_string() {
    const std::size_t begin = place_ + 1;
    do {
      place_ = std::min(bytes_.find('"', place_ + 1), bytes_.size());
    } while (place_ < bytes_.size() && is_escaped(begin));
    place_ = std::min(place_ + 1, bytes_.size());
  }

  std::string_view bytes_;
  std::size_t place_ = 0;
};

// The list under "entries", brackets included; nothing where there is none at the top.
std::optional<std::string_view> find_entries(std::string_view bytes) {
  Scanner scanner(bytes);
  if (!scanner.take('{')) return std::nullopt;
  do {
    const std::string_view key = scanner.value();
    if (!scanner.take(':')) return std::nullopt;
    const bool is_list = scanner.sees('[');
    const std::string_view value = scanner.value();
    if (key == "\"entries\"" && is_list) return value;
  } while (scanner.take(','));
  return std::nullopt;
}

Entry entry_of(const JsonValue& value, const ImportReading& reading) {
  if (value.as_object() == nullptr) reading.refuse("an entry is no JSON object");
  EntryFields fields(reading);
  std::string text;
  for (const auto& [name, content] : *value.as_object()) {
    if (name != "text") {
      fields.set(name, content);
    } else if (content.as_string() != nullptr) {
      text = *content.as_string();
    } else {
      reading.refuse("\"text\" is no text");
    }
  }
  return std::move(fields).finish(std::move(text));
}

}  // namespace

EntryAppender append_json(std::string& out) {
  auto writer = std::make_shared<JsonWriter>(out);
  writer->begin_object().field("format", "lull.journal/1").key("entries").begin_array();
  return {[writer](const Entry& entry) { write_entry_json(*writer, entry); },
          [writer, &out] {
            writer->end_array().end_object();
            out += '\n';
          }};
}

EntryAppender append_jsonl(std::string& out) {
  return {[&out](const Entry& entry) {
            JsonWriter writer(out, 0);
            write_entry_json(writer, entry);
            out += '\n';
          },
          [] {}};
}

JsonValue each_entry_of(std::string_view bytes, ImportReading& reading,
                        const std::function<void(const JsonValue&)>& take) {
  const auto list = find_entries(bytes);
  if (!list || !list->ends_with(']')) {
    parse_json(bytes, reading.name);  // says what is wrong with it, if it isn't JSON
    reading.refuse("there is no list of \"entries\"");
  }
  const auto begin = static_cast<std::size_t>(list->data() - bytes.data());
  std::string around(bytes.substr(0, begin + 1));
  around += bytes.substr(begin + list->size() - 1);
  JsonValue rest = parse_json(around, reading.name);

  const std::string_view inside = list->substr(1, list->size() - 2);
  if (inside.find_first_not_of(kJsonBlanks) == std::string_view::npos) return rest;
  Scanner scanner(inside);
  std::size_t counted = 0;
  reading.count_lines(bytes.substr(0, begin + 1));
  do {
    const std::string_view element = scanner.value();
    const auto start = static_cast<std::size_t>(element.data() - inside.data());
    reading.count_lines(inside.substr(counted, start - counted));
    counted = start;
    reading.place = begin + start;
    take(parse_json(element, reading.name, reading.line));
  } while (scanner.take(','));
  if (scanner.place() != inside.size()) reading.refuse("this is not JSON");
  return rest;
}

void read_json(std::string_view bytes, ImportReading& reading) {
  const JsonValue around = each_entry_of(
      bytes, reading, [&](const JsonValue& value) { reading.take(entry_of(value, reading)); });
  const JsonValue* format = around.find("format");
  if (format == nullptr || format->as_string() == nullptr ||
      *format->as_string() != "lull.journal/1") {
    reading.line = 1;
    reading.refuse("\"format\" is not \"lull.journal/1\"");
  }
}

void read_jsonl(std::string_view bytes, ImportReading& reading) {
  for (std::size_t begin = 0; begin < bytes.size(); ++reading.line) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    reading.place = begin;
    begin = end + 1;
    if (line.find_first_not_of(kJsonBlanks) == std::string_view::npos) continue;
    reading.take(entry_of(parse_json(line, reading.name, reading.line), reading));
  }
}

}  // namespace lull
