#include "lull/base/toml_edit.hpp"

#include <algorithm>
#include <cstddef>

#include "lull/base/toml.hpp"

namespace lull {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool begins_sign(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::size_t line_start(std::string_view text, int line) {
  std::size_t at = 0;
  for (int passed = 1; passed < line; ++passed) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return text.size();
    at = end + 1;
  }
  return at == 0 && text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : at;
}

// The parser counts signs, the text is bytes.
std::size_t offset_of(std::string_view text, TomlPlace place) {
  std::size_t at = line_start(text, place.line);
  for (int column = 1; column < place.column && at < text.size(); ++column) {
    ++at;
    while (at < text.size() && !begins_sign(text[at])) ++at;
  }
  return at;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end;
}

std::string joined(std::string_view before, std::string_view middle, std::string_view after) {
  std::string text(before);
  text.append(middle);
  return text.append(after);
}

// Puts a line of its own below the one that holds `at`.
std::string with_line_below(std::string_view text, std::size_t at, const std::string& line) {
  const std::size_t end = line_end(text, at);
  const bool carriage = end > 0 && end < text.size() && text[end - 1] == '\r';
  return joined(text.substr(0, end), (carriage ? "\n" + line + '\r' : '\n' + line),
                text.substr(end));
}

std::string with_new_table(std::string_view text, std::string_view table, const std::string& line) {
  std::string result(text);
  if (!result.empty() && result.back() != '\n') result += '\n';
  if (!result.empty()) result += '\n';
  return result.append("[").append(table).append("]\n").append(line) + '\n';
}

const TomlValue* last_of(const TomlTable& table) {
  const auto last = std::max_element(
      table.begin(), table.end(),
      [](const auto& left, const auto& right) { return left.second.line < right.second.line; });
  return last == table.end() ? nullptr : &last->second;
}

std::string with_new_key(std::string_view text, const TomlValue& table, std::string_view name,
                         const std::string& line) {
  const TomlValue* last = last_of(*table.as_table());
  const std::size_t begin = offset_of(text, table.begin);
  const char first = begin < text.size() ? text[begin] : ' ';
  if (first == '{') {
    if (last != nullptr) {
      const std::size_t at = offset_of(text, last->end);
      return joined(text.substr(0, at), ", " + line, text.substr(at));
    }
    return joined(text.substr(0, begin), "{ " + line + " }",
                  text.substr(offset_of(text, table.end)));
  }
  const std::size_t at = last != nullptr ? offset_of(text, last->end) : begin;
  if (first == '[') return with_line_below(text, at, line);
  return with_line_below(text, at, std::string(name) + '.' + line);
}

}  // namespace

std::string set_toml_value(std::string_view text, std::string_view table, std::string_view key,
                           std::string_view value, const std::string& name) {
  TomlValue root;
  root.data = parse_toml(text, name);
  const std::string line = joined(key, " = ", value);
  const TomlValue* found = root.find(table);
  if (found == nullptr || found->as_table() == nullptr) return with_new_table(text, table, line);
  if (const TomlValue* old = found->find(key)) {
    return joined(text.substr(0, offset_of(text, old->begin)), value,
                  text.substr(offset_of(text, old->end)));
  }
  return with_new_key(text, *found, table, line);
}

}  // namespace lull
