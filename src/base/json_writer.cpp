#include "lull/base/json_writer.hpp"

#include <fmt/format.h>
#include <array>
#include <bit>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstring>
#include <iterator>

#include "code_points.hpp"

namespace lull {
namespace {

constexpr std::string_view kReplacement = "\\ufffd";

void append_unit(std::string& out, std::int32_t unit) {
  fmt::format_to(std::back_inserter(out), "\\u{:04x}", unit);
}

void append_escaped(std::string& out, const CodePoint& point) {
  switch (point.value) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  if (!point.sound) {
    out += kReplacement;
  } else if (point.value < 0x10000) {
    append_unit(out, point.value);
  } else {
    append_unit(out, 0xD800 + ((point.value - 0x10000) >> 10));
    append_unit(out, 0xDC00 + ((point.value - 0x10000) & 0x3FF));
  }
}

// ASCII that stands for itself wherever it is; "/" does not, after "<".
constexpr auto kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = c != '"' && c != '\\' && c != '/';
  return plain;
}();

constexpr std::uint64_t each_byte(unsigned char byte) { return 0x0101010101010101U * byte; }

// Sets the highest bit of the first byte that is below `least`; those after it may be wrong.
constexpr std::uint64_t first_below(std::uint64_t bytes, unsigned char least) {
  return (bytes - each_byte(least)) & ~bytes & each_byte(0x80);
}

constexpr std::uint64_t first_equal(std::uint64_t bytes, unsigned char byte) {
  return first_below(bytes ^ each_byte(byte), 1);
}

// The first byte from `place` on that is not kPlain, eight at a time: most of an export's time
// would go into looking at letters.
std::size_t skip_plain(std::string_view text, std::size_t place) {
  if constexpr (std::endian::native == std::endian::little) {
    for (std::uint64_t bytes = 0; text.size() - place >= sizeof bytes; place += sizeof bytes) {
      std::memcpy(&bytes, text.data() + place, sizeof bytes);
      const std::uint64_t found = (bytes & each_byte(0x80)) | first_below(bytes, 0x20) |
                                  first_equal(bytes, 0x7F) | first_equal(bytes, '"') |
                                  first_equal(bytes, '\\') | first_equal(bytes, '/');
      if (found != 0) return place + static_cast<std::size_t>(std::countr_zero(found)) / 8;
    }
  }
  while (place < text.size() && kPlain[static_cast<unsigned char>(text[place])]) ++place;
  return place;
}

// Runs of bytes that need nothing are appended at once.
void append_text(std::string& out, std::string_view text) {
  std::size_t written = 0;
  std::size_t place = 0;
  const auto flush = [&] { out.append(text, written, place - written); };
  while (true) {
    place = skip_plain(text, place);
    if (place == text.size()) break;
    const CodePoint point = code_point_at(text, place);
    const bool ends_markup = point.value == '/' && place > 0 && text[place - 1] == '<';
    if (point.sound && !is_hidden(point.value) && point.value != '"' && point.value != '\\' &&
        !ends_markup) {
      place += point.size;
      continue;
    }
    flush();
    if (ends_markup) {
      out += "\\/";
    } else {
      append_escaped(out, point);
    }
    place += point.size;
    written = place;
  }
  flush();
}

}  // namespace

JsonWriter& JsonWriter::begin_object() {
  before_value();
  out_ += '{';
  levels_.push_back({true, false});
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  assert(!levels_.empty() && levels_.back().is_object && !after_key_);
  end_level('}');
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  before_value();
  out_ += '[';
  levels_.push_back({false, false});
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  assert(!levels_.empty() && !levels_.back().is_object);
  end_level(']');
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  assert(!levels_.empty() && levels_.back().is_object && !after_key_);
  begin_item();
  out_ += '"';
  append_text(out_, name);
  out_ += indent_ > 0 ? "\": " : "\":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  before_value();
  out_ += '"';
  append_text(out_, text);
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
  before_value();
  out_ += flag ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  before_value();
  std::array<char, 24> digits;
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out_.append(digits.data(), result.ptr);
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  before_value();
  std::array<char, 32> digits;
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(),
                                    number + 0.0);  // no minus before a zero
  out_.append(digits.data(), result.ptr);
  return *this;
}

JsonWriter& JsonWriter::rounded(double number) { return value(std::round(number * 1000) / 1000); }

JsonWriter& JsonWriter::null() {
  before_value();
  out_ += "null";
  return *this;
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  assert(levels_.empty() || !levels_.back().is_object);
  if (!levels_.empty()) begin_item();
}

void JsonWriter::begin_item() {
  if (levels_.back().has_items) out_ += ',';
  levels_.back().has_items = true;
  new_line();
}

void JsonWriter::end_level(char bracket) {
  const bool had_items = levels_.back().has_items;
  levels_.pop_back();
  if (had_items) new_line();
  out_ += bracket;
}

void JsonWriter::new_line() {
  if (indent_ == 0) return;
  static constexpr std::string_view kLine = "\n                                ";
  const std::size_t spaces = levels_.size() * static_cast<std::size_t>(indent_);
  out_ += kLine.substr(0, spaces + 1);
  if (spaces + 1 > kLine.size()) out_.append(spaces + 1 - kLine.size(), ' ');
}

}  // namespace lull
