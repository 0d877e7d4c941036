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
