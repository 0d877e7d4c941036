#include <utf8proc.h>
#include <random>

#include "lull/base/utf8.hpp"
#include "support/catch.hpp"
#include "support/random_text.hpp"

using namespace lull;

namespace {

std::string encode(std::int32_t code_point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(code_point, bytes.data());
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size)};
}

bool is_surrogate(std::int32_t code_point) { return code_point >= 0xD800 && code_point <= 0xDFFF; }

/// Everything that could drive a terminal, reorder text, or hide in it.
bool may_never_be_shown(std::int32_t c) {
  return (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E ||
         c == 0x200F || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F) ||
         (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

bool is_safe(std::string_view text) {
  while (!text.empty()) {
    utf8proc_int32_t code_point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    if (size <= 0 || may_never_be_shown(code_point)) return false;
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

/// Letters, marks, numbers, punctuation, symbols and spaces.
bool is_ordinary(std::int32_t code_point) {
  const auto category = utf8proc_category(code_point);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ZS;
}

}  // namespace

TEST_CASE("no code point can reach the terminal as a control", "[Utf8Visible]") {
  int unsafe = 0;
  int changed = 0;
  for (std::int32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (is_surrogate(code_point)) continue;
    const std::string text = "a" + encode(code_point) + "b";
    const std::string visible = make_visible(text);
    if (!is_safe(visible)) ++unsafe;
    if (may_never_be_shown(code_point) && visible.size() < 3) ++unsafe;
    if (is_ordinary(code_point) && visible != text) ++changed;
  }
  CHECK(unsafe == 0);
  CHECK(changed == 0);
}

TEST_CASE("no byte can reach the terminal outside a sound character", "[Utf8Visible]") {
  for (int byte = 0x80; byte <= 0xFF; ++byte) {
    CHECK(make_visible(std::string("a") + static_cast<char>(byte) + "b").size() == 6);
  }
  std::mt19937 random(9);
  int unsafe = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = test::random_text(random, 20, true);
    const std::string line = make_visible_line(text);
    if (!is_safe(make_visible(text)) || !is_safe(line)) ++unsafe;
    if (line.find('\n') != std::string::npos || line.find("  ") != std::string::npos) ++unsafe;
  }
  CHECK(unsafe == 0);
}

TEST_CASE("what was hidden is shown", "[Utf8Visible]") {
  const auto [text, visible] = GENERATE(table<const char*, const char*>({
      {"plain \u00e9 \u4e2d\nnext", "plain \u00e9 \u4e2d\nnext"},
      {"\x1b[31mred", "\u241b[31mred"},
      {"\x07", "\u2407"},
      {"\x7f", "\u2421"},
      {"\u009b", "\\x9b"},
      {"\x9b", "\\x9b"},
      {"caf\xe9", "caf\\xe9"},
      {"\u202eabc", "U+202Eabc"},
      {"a\u2028b", "aU+2028b"},
      {"\U000E0041", "U+E0041"},
      {"\ufeff", "U+FEFF"},
      {"a\tb", "a    b"},
      {"a\r\nb", "a\nb"},
      {"a\rb", "a\u240db"},
      {"\U0001F468\u200D\U0001F469", "\U0001F468\u200D\U0001F469"},
      {"\u2764\uFE0F", "\u2764\uFE0F"},
      {"\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"},
  }));
  CHECK(make_visible(text) == visible);
}

TEST_CASE("a NUL is shown and does not end the text", "[Utf8Visible]") {
  CHECK(make_visible(std::string_view("a\0b", 3)) == "a\u2400b");
}

TEST_CASE("one line has no breaks, no tabs and single spaces", "[Utf8Visible]") {
  CHECK(make_visible_line("one\ntwo\t three\r\n\r\n  four") == "one two three four");
  CHECK(make_visible_line("\x1b") == "\u241b");
  CHECK(make_visible_line("") == "");
}
