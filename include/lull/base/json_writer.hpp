#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// Writes JSON piece by piece into a string the caller owns, so that an export of any size needs
/// only as much memory as the caller lets it gather. Text is escaped so that control characters,
/// U+2028, U+2029 and "</" never appear raw. Calls out of order are our own mistake and are
/// asserted.
class JsonWriter {
 public:
  /// `indent` spaces a level; 0 writes everything on one line.
  explicit JsonWriter(std::string& out, int indent = 2) : out_(out), indent_(indent) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool flag);
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
  /// Shortest form that reads back to the same number; null when it is not finite.
  JsonWriter& value(double number);
  /// The same with at most three digits behind the point, for what is measured no finer.
  JsonWriter& rounded(double number);
  JsonWriter& null();

  template <class T>
  JsonWriter& value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : null();
  }
  template <class T>
  JsonWriter& field(std::string_view name, const T& content) {
    return key(name).value(content);
  }

 private:
  struct Level {
    bool is_object = false;
    bool has_items = false;
  };

  void before_value();
  void begin_item();
  void end_level(char bracket);
  void new_line();

  std::string& out_;
  int indent_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace lull
