#include "lull/base/utf8.hpp"

#include <random>

#include "support/catch.hpp"
#include "support/random_text.hpp"

using namespace lull;
using namespace std::string_view_literals;

TEST_CASE("sound text has no invalid place", "[Utf8]") {
  CHECK_FALSE(find_invalid_utf8(""));
  CHECK_FALSE(find_invalid_utf8("plain, caf\u00e9, \u4e2d, \U0001F600, \uFFFD, \U0010FFFF"));
}

TEST_CASE("the first bad byte is found", "[Utf8]") {
  const auto [text, place] = GENERATE(table<std::string_view, std::size_t>({
      {"ab\0c"sv, 2},
      {"a\x80", 1},
      {"\xff", 0},
      {"ab\xc3", 2},
      {"\xc3(", 0},
      {"\u00e9\xe2\x82", 2},
      {"\xc0\xaf", 0},
      {"\xe0\x80\xaf", 0},
      {"\xf0\x80\x80\xaf", 0},
      {"x\xed\xa0\x80", 1},
      {"\xf4\x90\x80\x80", 0},
      {"\xf5\x80\x80\x80", 0},
  }));
  CHECK(find_invalid_utf8(text) == place);
}

TEST_CASE("folded words agree however they were typed", "[Utf8]") {
  const auto [left, right] = GENERATE(table<const char*, const char*>({
      {"Caf\u00e9", "CAFE"},
      {"cafe\u0301", "cafe"},
      {"STRASSE", "stra\u00dfe"},
      {"\uFB01ne", "fine"},
      {"don\u2019t", "Don't"},
      {"\u201Cno\u201D", "\"no\""},
      {"well\u2010known", "well-known"},
      {"a\u00a0b", "a b"},
      {"so\u00adft", "soft"},
      {"\uFF21\uFF22", "ab"},
      {"\u0130stanbul", "istanbul"},
      {"\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2", "\u03c3\u03b9\u03c3\u03c5\u03c6\u03bf\u03c3"},
  }));
  CAPTURE(left, right);
  CHECK(fold(left) == fold(right));
}

TEST_CASE("different words stay different", "[Utf8]") {
  CHECK(fold("cafe") != fold("cave"));
  CHECK(fold("\u4e2d") != fold("\u6587"));
  CHECK(fold("ABC") == "abc");
  CHECK(fold("") == "");
}

TEST_CASE("folding folded text changes nothing, and always gives sound text", "[Utf8]") {
  std::mt19937 random(3);
  int broken = 0;
  for (int i = 0; i < 3'000; ++i) {
    const std::string once = fold(test::random_text(random, 12, true));
    if (fold(once) != once || find_invalid_utf8(once)) ++broken;
  }
  CHECK(broken == 0);
  CHECK(fold("\xff\u00c9") == "\uFFFDe");
}

TEST_CASE("both ways to type an accent give one passphrase", "[Utf8]") {
  CHECK(compose("cafe\u0301") == "caf\u00e9");
  CHECK(compose("caf\u00e9") == "caf\u00e9");
  CHECK(compose("Plain Text 1") == "Plain Text 1");
  CHECK(compose("") == "");
  CHECK(compose("\uFB01") == "\uFB01");
}

TEST_CASE("a passphrase that is not UTF-8 stays as it was typed", "[Utf8]") {
  CHECK(compose("caf\xe9") == "caf\xe9");
}

TEST_CASE("words are counted as people count them", "[Utf8]") {
  const auto [text, words] = GENERATE(table<std::string_view, std::size_t>({
      {"", 0},
      {"  \n\t ", 0},
      {"one", 1},
      {"one two", 2},
      {"  one\n\ntwo\tthree  ", 3},
      {"don't well-known", 2},
      {"one - two", 2},
      {"... !! ?", 0},
      {"\"quoted,\" (said) 3.5", 3},
      {"caf\u00e9 \u00fcber", 2},
      {"one\u00a0two\u2003three\u2028four\u0085five", 5},
      {"\U0001F600 \U0001F600", 0},
      {"\u4f60\u597d \u4e16\u754c", 2},
      {"\xff\xfe", 0},
      {"a\xff"
       "b",
       1},
  }));
  CAPTURE(text);
  CHECK(count_words(text) == words);
}
