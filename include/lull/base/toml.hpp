#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lull {

struct TomlValue;

/// The keys of one table in the order of the file.
using TomlTable = std::vector<std::pair<std::string, TomlValue>>;
using TomlArray = std::vector<TomlValue>;

/// A place in a file: line and sign within it, both from 1.
struct TomlPlace {
  int line = 0;
  int column = 0;
};

/// A value with the line it stands on (from 1), so that every complaint can name the place.
/// Dates and times are not read: lull's files hold none.
struct TomlValue {
  TomlValue();  // not implicit: clang would need the whole table to decide whether there is one
  std::variant<bool, std::int64_t, double, std::string, TomlArray, TomlTable> data;
  int line = 0;
  /// Where the text of the value is, the end not included; for a table its heading "[name]", or its
  /// braces, or the key that first names it.
  TomlPlace begin, end;

  const std::string* as_string() const { return std::get_if<std::string>(&data); }
  const std::int64_t* as_integer() const { return std::get_if<std::int64_t>(&data); }
  const bool* as_bool() const { return std::get_if<bool>(&data); }
  const TomlArray* as_array() const { return std::get_if<TomlArray>(&data); }
  const TomlTable* as_table() const { return std::get_if<TomlTable>(&data); }
  /// The value under `key` when this is a table that has it, else null.
  const TomlValue* find(std::string_view key) const;
};

/// Reads a whole TOML file. `name` is only used in the message.
/// Throws Error{usage} "could not read NAME: line 3: ..." on a syntax error.
TomlTable parse_toml(std::string_view text, const std::string& name);

}  // namespace lull
