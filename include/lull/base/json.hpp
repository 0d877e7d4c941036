#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lull {

struct JsonValue;

using JsonArray = std::vector<JsonValue>;
using JsonObject = std::vector<std::pair<std::string, JsonValue>>;  ///< in the order of the file

/// One value of a JSON text.
struct JsonValue {
  using Data =
      std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, JsonArray, JsonObject>;

  JsonValue();  // not implicit: clang would need the whole object to decide whether there is one
  explicit JsonValue(Data content);

  Data data;

  bool is_null() const { return std::holds_alternative<std::nullptr_t>(data); }
  const std::string* as_string() const { return std::get_if<std::string>(&data); }
  const std::int64_t* as_integer() const { return std::get_if<std::int64_t>(&data); }
  const bool* as_bool() const { return std::get_if<bool>(&data); }
  const JsonArray* as_array() const { return std::get_if<JsonArray>(&data); }
  const JsonObject* as_object() const { return std::get_if<JsonObject>(&data); }
  /// The value under `key` when this is an object that has it, else null.
  const JsonValue* find(std::string_view key) const;
};

/// Reads one JSON text. Refuses duplicate keys, depths over 64, and bad UTF-8.
/// Throws Error{usage} "could not read NAME: line 3, column 7: ..."; `first_line` is the line of
/// NAME that the text begins in.
JsonValue parse_json(std::string_view text, const std::string& name, std::size_t first_line = 1);

}  // namespace lull
