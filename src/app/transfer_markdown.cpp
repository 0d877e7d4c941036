#include <algorithm>
#include <memory>

#include "lull/app/entry_json.hpp"
#include "transfer_parts.hpp"

namespace lull {
namespace {

constexpr std::string_view kMark = "<!-- lull {";
constexpr std::string_view kMarkEnd = "} -->";

// Two hyphens would end the comment for some readers of Markdown; outside of texts JSON has none.
std::string without_double_hyphens(const std::string& json) {
  std::string safe;
  for (const char sign : json) {
    if (sign == '-' && safe.ends_with('-')) {
      safe += "\\u002d";
    } else {
      safe += sign;
    }
  }
  return safe;
}

void append_entry(std::string& out, const Entry& entry) {
  std::string json;
  JsonWriter writer(json, 0);
  writer.begin_object();
  write_entry_fields_json(writer, entry);
  writer.end_object();
  out.append("<!-- lull ").append(without_double_hyphens(json)).append(" -->\n## ");
  out.append(to_long_date(entry.at.day)).append(", ");
  out.append(to_clock_time(local_time_of(entry.at))).append("\n\n");
  append_guarded(out, entry.text, kMark);
  out += '\n';
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

}  // namespace

EntryAppender append_markdown(std::string& out) {
  auto first = std::make_shared<bool>(true);
  return {[&out, first](const Entry& entry) {
            if (!*first) out += '\n';
            *first = false;
            append_entry(out, entry);
          },
          [] {}};
}

void read_markdown(std::string_view bytes, ImportReading& reading) {
  std::size_t begin = next_mark(bytes, 0, kMark);
  if (begin == bytes.size() && !bytes.empty()) reading.refuse("there is no mark of an entry in it");
  reading.count_lines(bytes.substr(0, begin));
  while (begin < bytes.size()) {
    const std::size_t end = next_mark(bytes, begin + 1, kMark);
    std::string_view rest = bytes.substr(begin, end - begin);
    const std::string_view record = rest;
    reading.place = begin;
    std::string_view mark = take_line(rest);
    if (!mark.ends_with(kMarkEnd))
      reading.refuse("the mark of an entry does not end with \"} -->\"");
    mark.remove_prefix(kMark.size() - 1);
    mark.remove_suffix(kMarkEnd.size() - 1);
    EntryFields fields(reading);
    const JsonValue head = parse_json(mark, reading.name, reading.line);
    for (const auto& [name, value] : *head.as_object()) fields.set(name, value);
    if (rest.starts_with("## ")) take_line(rest);
    if (rest.starts_with('\n')) rest.remove_prefix(1);
    if (end < bytes.size() && rest.ends_with('\n')) rest.remove_suffix(1);
    if (rest.ends_with('\n')) rest.remove_suffix(1);
    reading.take(std::move(fields).finish(unguarded(rest, kMark)));
    reading.count_lines(record);
    begin = end;
  }
}

}  // namespace lull
