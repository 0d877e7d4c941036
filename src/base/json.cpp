#include "lull/base/json.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

constexpr std::size_t kDeepest = 64;

/// What stopped the reading, and after how many bytes.
struct Stop {
  std::size_t place = 0;
  std::string reason;
};

/// Tells how far the parser has read, which its events do not say.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *furthest_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& left, const CountingIterator& right) {
    return left.at_ == right.at_;
  }

 private:
  const char* at_;
  const char** furthest_;
};

/// Builds the value from the parser's events; every event returns whether to go on.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(std::function<std::size_t()> bytes_read) : bytes_read_(std::move(bytes_read)) {}

  JsonValue& result() { return result_; }
  const Stop& stop() const { return stop_; }

  bool null() override { return add(JsonValue{nullptr}); }
  bool boolean(bool flag) override { return add(JsonValue{flag}); }
  bool number_integer(std::int64_t number) override { return add(JsonValue{number}); }
  bool number_unsigned(std::uint64_t number) override {
    if (number > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
      return add(JsonValue{static_cast<double>(number)});
    }
    return add(JsonValue{static_cast<std::int64_t>(number)});
  }
  bool number_float(double number, const std::string&) override { return add(JsonValue{number}); }
  bool string(std::string& text) override {
    if (text.find('\0') != std::string::npos) return refuse("a text holds a NUL");
    return add(JsonValue{std::move(text)});
  }
  bool binary(nlohmann::json::binary_t&) override { return refuse("binary data"); }

  bool start_object(std::size_t) override { return open(JsonValue{JsonObject{}}); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(JsonValue{JsonArray{}}); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    if (name.find('\0') != std::string::npos) return refuse("a key holds a NUL");
    if (!keys_.back().insert(name).second) return refuse("the key is there twice");
    std::get<JsonObject>(open_.back()->data).emplace_back(std::move(name), JsonValue{});
    return true;
  }

  // The parser's own message quotes the text, so it is not passed on.
  bool parse_error(std::size_t place, const std::string&,
                   const nlohmann::json::exception& error) override {
    constexpr int kNumberOverflow = 406;
    stop_ = {place, error.id == kNumberOverflow ? "the number is too large" : ""};
    return false;
  }

 private:
  bool refuse(const char* reason) {
    stop_ = {bytes_read_(), reason};
    return false;
  }

  JsonValue* place_value(JsonValue value) {
    if (open_.empty()) {
      result_ = std::move(value);
      return &result_;
    }
    JsonValue& parent = *open_.back();
    if (auto* array = std::get_if<JsonArray>(&parent.data)) {
      return &array->emplace_back(std::move(value));
    }
    JsonValue& slot = std::get<JsonObject>(parent.data).back().second;
    slot = std::move(value);
    return &slot;
  }

  bool add(JsonValue value) {
    place_value(std::move(value));
    return true;
  }

  // A parent does not grow while a child is open, so the pointers hold.
  bool open(JsonValue value) {
    if (open_.size() == kDeepest) return refuse("nested more than 64 deep");
    open_.push_back(place_value(std::move(value)));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  std::function<std::size_t()> bytes_read_;
  JsonValue result_;
  std::vector<JsonValue*> open_;
  std::vector<std::set<std::string>> keys_;
  Stop stop_;
};

/// The text that is read, and how to speak of it.
struct Source {
  std::string_view text;
  const std::string& name;
  std::size_t first_line = 1;
};

// `place` counts the bytes read, the one that was wrong included.
[[noreturn]] void refuse(const Source& source, std::size_t place, const std::string& reason) {
  const std::string_view before =
      source.text.substr(0, std::min(place == 0 ? 0 : place - 1, source.text.size()));
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto column = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start),
                                    before.end(), [](char byte) { return (byte & 0xC0) != 0x80; }) +
                      1;
  throw Error(ErrorKind::usage, fmt::format("could not read {}: line {}, column {}: {}",
                                            source.name, source.first_line + line, column, reason));
}

}  // namespace

JsonValue::JsonValue() = default;
JsonValue::JsonValue(Data content) : data(std::move(content)) {}

const JsonValue* JsonValue::find(std::string_view key) const {
  if (const JsonObject* object = as_object()) {
    for (const auto& [name, value] : *object) {
      if (name == key) return &value;
    }
  }
  return nullptr;
}

JsonValue parse_json(std::string_view text, const std::string& name, std::size_t first_line) {
  const Source source{text, name, first_line};
  if (const auto bad = find_invalid_utf8(text)) {
    refuse(source, *bad + 1, text[*bad] == '\0' ? "a NUL byte" : "bytes that are not UTF-8");
  }
  const char* furthest = text.data();
  const char* end = text.data() + text.size();
  Builder builder([&] { return static_cast<std::size_t>(furthest - text.data()); });
  if (nlohmann::json::sax_parse(CountingIterator(text.data(), &furthest),
                                CountingIterator(end, &furthest), &builder)) {
    return std::move(builder.result());
  }
  const Stop& stop = builder.stop();
  if (!stop.reason.empty()) refuse(source, stop.place, stop.reason);
  refuse(source, stop.place,
         stop.place > text.size() ? "the text ends too early" : "this is not JSON");
}

}  // namespace lull
