#include "lull/base/toml.hpp"

// The library takes for granted what a file may well break ("[!]" as the head of a table): a debug
// build would stop there and any other go on into the undefined. Here it is asked in every build.
namespace lull {
namespace {
struct BrokenAssumption {};
[[noreturn]] void refuse() { throw BrokenAssumption{}; }
}  // namespace
}  // namespace lull
#undef NDEBUG
#define TOML_ASSERT(holds) ((holds) ? static_cast<void>(0) : lull::refuse())

#include <toml++/toml.h>
#include <algorithm>
#include <optional>

#include "lull/base/error.hpp"

namespace lull {
namespace {

TomlTable to_table(const toml::table& table);

TomlPlace to_place(const toml::source_position& position) {
  return {static_cast<int>(position.line), static_cast<int>(position.column)};
}

TomlValue to_value(const toml::node& node) {
  TomlValue value;
  value.line = static_cast<int>(node.source().begin.line);
  value.begin = to_place(node.source().begin);
  value.end = to_place(node.source().end);
  if (const auto* text = node.as_string()) {
    value.data = text->get();
  } else if (const auto* integer = node.as_integer()) {
    value.data = integer->get();
  } else if (const auto* number = node.as_floating_point()) {
    value.data = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    value.data = flag->get();
  } else if (const auto* array = node.as_array()) {
    TomlArray items;
    for (const toml::node& item : *array) items.push_back(to_value(item));
    value.data = std::move(items);
  } else if (const auto* table = node.as_table()) {
    value.data = to_table(*table);
  }
  return value;
}

// toml++ keeps keys sorted by name; the file's own order is the order of their lines.
TomlTable to_table(const toml::table& table) {
  TomlTable result;
  for (const auto& [key, node] : table) {
    result.emplace_back(std::string(key.str()), to_value(node));
    result.back().second.line = static_cast<int>(key.source().begin.line);
  }
  std::stable_sort(result.begin(), result.end(), [](const auto& left, const auto& right) {
    return left.second.line < right.second.line;
  });
  return result;
}

bool is_plain(char byte) {
  return (byte >= ' ' && byte <= '~') || byte == '\t' || byte == '\n' || byte == '\r';
}

// Of the text in quotes that begins here, with them; a line break ends a plain one. In one of
// several lines it is cut before a letter that is not ASCII and that a backslash joins to the line
// before, for which the library has no answer either.
std::size_t quoted_size(std::string_view text) {
  const char mark = text.front();
  const std::string three(3, mark);
  const std::string quote = text.starts_with(three) ? three : std::string(1, mark);
  for (std::size_t at = quote.size(); at < text.size(); ++at) {
    if (mark == '"' && text[at] == '\\') {
      const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", at + 1), text.size());
      if (next > at + 1 && next < text.size() && !is_plain(text[next])) return next;
      ++at;
    } else if (text.substr(at).starts_with(quote)) {
      at += quote.size();
      // One or two more belong to the text of several lines.
      for (int i = 0; i < 2 && quote == three && text.substr(at).starts_with(mark); ++i) ++at;
      return at;
    } else if (text[at] == '\n' && quote != three) {
      return at;
    }
  }
  return text.size();
}

// Outside of quotes and remarks TOML is ASCII. What the library does with anything else there is
// undefined.
std::optional<std::ptrdiff_t> line_of_strange_byte(std::string_view text) {
  std::ptrdiff_t line = 1;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    std::size_t size = 1;
    if (text.front() == '#') {
      size = std::min(text.find('\n'), text.size());
    } else if (text.front() == '"' || text.front() == '\'') {
      size = quoted_size(text);
    } else if (!is_plain(text.front())) {
      return line;
    }
    line += std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size), '\n');
    text.remove_prefix(size);
  }
  return std::nullopt;
}

}  // namespace

TomlValue::TomlValue() = default;

const TomlValue* TomlValue::find(std::string_view key) const {
  if (const TomlTable* table = as_table()) {
    for (const auto& [name, value] : *table) {
      if (name == key) return &value;
    }
  }
  return nullptr;
}

TomlTable parse_toml(std::string_view text, const std::string& name) {
  if (const auto line = line_of_strange_byte(text)) {
    throw Error(ErrorKind::usage, "could not read " + name + ": line " + std::to_string(*line) +
                                      ": outside of quotes only plain letters and signs may stand");
  }
  try {
    return to_table(toml::parse(text));
  } catch (const BrokenAssumption&) {
    throw Error(ErrorKind::usage, "could not read " + name + ": it is not TOML");
  } catch (const toml::parse_error& error) {
    throw Error(ErrorKind::usage, "could not read " + name + ": line " +
                                      std::to_string(error.source().begin.line) + ": " +
                                      std::string(error.description()));
  }
}

}  // namespace lull
