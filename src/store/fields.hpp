#pragma once

#include <cstdint>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lull {

/// Writes a payload: lines "key value", an empty line, then a body of any bytes. It reads well in
/// any SQLite program, and the person's text stands in it unchanged. A backslash and a line break
/// in a value are written as \\ and \n. Empty values are left out.
class FieldWriter {
 public:
  void add(std::string_view key, std::string_view value);
  void add(std::string_view key, std::int64_t value);
  void add(std::string_view key, const std::optional<int>& value);
  void add_each(std::string_view key, const std::vector<std::string>& values);
  /// Ends the payload and returns it.
  std::string finish(std::string_view body = {});

 private:
  std::string out_;
};

/// Reads what FieldWriter wrote. Unknown keys are kept out of the way, so that older programs could
/// read on. Throws Error{store} when the bytes are no payload.
class FieldReader {
 public:
  /// The payload must outlive it.
  explicit FieldReader(std::string_view payload);

  std::string text(std::string_view key) const;  ///< the first value, or ""
  std::vector<std::string> texts(std::string_view key) const;
  std::int64_t number(std::string_view key, std::int64_t otherwise = 0) const;
  std::optional<int> maybe_number(std::string_view key) const;
  std::string_view body() const { return body_; }

 private:
  std::vector<std::pair<std::string_view, std::string_view>> fields_;  // values still escaped
  std::string_view body_;
};

}  // namespace lull
