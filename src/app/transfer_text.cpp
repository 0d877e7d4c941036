#include <algorithm>
#include <memory>

#include "transfer_parts.hpp"

namespace lull {
namespace {

constexpr std::string_view kMark = "=== ";

std::string escaped(std::string_view value) {
  std::string out;
  for (const char sign : value) {
    if (sign == '\\') {
      out += "\\\\";
    } else if (sign == '\n') {
      out += "\\n";
    } else {
      out += sign;
    }
  }
  return out;
}

std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool escape = value[i] == '\\' && i + 1 < value.size();
    if (escape) ++i;
    out += escape && value[i] == 'n' ? '\n' : value[i];
  }
  return out;
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out.append(name).append(": ").append(escaped(value)).append(1, '\n');
}

void append_entry(std::string& out, const Entry& entry) {
  out.append(kMark).append(to_iso(entry.at)).append(1, '\n');
  append_field(out, "uid", to_hex(entry.uid));
  append_field(out, "zone", entry.at.zone);
  append_field(out, "day", to_iso(entry.at.day));
  append_field(out, "written", std::to_string(entry.written.seconds));
  append_field(out, "kind", to_string(entry.kind));
  if (entry.mood) append_field(out, "mood", std::to_string(*entry.mood));
  for (const std::string& feeling : entry.feelings) append_field(out, "feelings", feeling);
  for (const std::string& tag : entry.tags) append_field(out, "tags", tag);
  if (entry.starred) append_field(out, "starred", "true");
  append_field(out, "prompt", entry.prompt);
  out += '\n';
  append_guarded(out, entry.text, kMark);
  out += '\n';
}

}  // namespace

EntryAppender append_text(std::string& out) {
  auto first = std::make_shared<bool>(true);
  return {[&out, first](const Entry& entry) {
            if (!*first) out += '\n';
            *first = false;
            append_entry(out, entry);
          },
          [] {}};
}

void read_text(std::string_view bytes, ImportReading& reading) {
  if (!bytes.empty() && !bytes.starts_with(kMark)) {
    reading.refuse("no entry begins here: \"=== 2026-11-20T22:30:00+01:00\"");
  }
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = next_mark(bytes, begin + 1, kMark);
    reading.place = begin;
    EntryFields fields(reading);
    std::string_view rest = bytes.substr(begin, end - begin);
    const std::string_view record = rest;
    const auto take_line = [&] {
      const std::size_t line_end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, line_end);
      rest.remove_prefix(std::min(line_end + 1, rest.size()));
      return line;
    };
    fields.set("at", take_line().substr(kMark.size()));
    for (std::string_view line = take_line(); !line.empty(); line = take_line()) {
      const std::size_t colon = line.find(": ");
      if (colon == std::string_view::npos)
        reading.refuse("a line of its head is no \"name: value\"");
      fields.set(line.substr(0, colon), std::string_view(unescaped(line.substr(colon + 2))));
    }
    // An empty line stands before the next mark, and a line end closes the text.
    if (end < bytes.size() && rest.ends_with('\n')) rest.remove_suffix(1);
    if (rest.ends_with('\n')) rest.remove_suffix(1);
    reading.take(std::move(fields).finish(unguarded(rest, kMark)));
    reading.count_lines(record);
    begin = end;
  }
}

}  // namespace lull
