#include <algorithm>
#include <random>

#include "lull/base/utf8.hpp"
#include "support/catch.hpp"
#include "support/random_text.hpp"

using namespace lull;

namespace {

std::string without_spaces(std::string_view text) {
  std::string rest(text);
  rest.erase(std::remove_if(rest.begin(), rest.end(),
                            [](char letter) { return letter == ' ' || letter == '\n'; }),
             rest.end());
  return rest;
}

std::string join(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a text is filled line by line and ends as it did", "[wrap]") {
  CHECK(fill("the quiet after it", 9) == "the quiet\nafter it");
  CHECK(fill("Is it over? [y/N] ", 11) == "Is it over?\n[y/N] ");
  CHECK(fill("what pulled\n> ", 20) == "what pulled\n> ");
  CHECK(fill("done\n", 80) == "done\n");
  CHECK(fill("", 80).empty());
  CHECK(fill("\n", 80) == "\n");
}

TEST_CASE("a sign is as wide as a terminal shows it", "[Utf8Width]") {
  const auto [text, columns] = GENERATE(table<const char*, int>({
      {"", 0},
      {"plain", 5},
      {"caf\u00e9", 4},
      {"cafe\u0301", 4},
      {"a\u0301\u0302\u0303", 1},
      {"\u4e2d\u6587", 4},
      {"\ud55c\uae00", 4},
      {"\u1112\u1161\u11ab", 2},
      {"\uff21", 2},
      {"\U0001F600", 2},
      {"\U0001F44D\U0001F3FD", 2},
      {"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", 2},
      {"\U0001F3F3\uFE0F\u200D\U0001F308", 2},
      {"\u2764", 1},
      {"\u2764\uFE0F", 2},
      {"1\uFE0F\u20E3", 2},
      {"a\uFE0F", 1},
      {"\U0001F1E9\U0001F1EA", 2},
      {"\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", 4},
      {"\u2026", 1},
      {"\u241b", 1},
      {"\xff", 1},
      {"a\xff\x80z", 4},
      {"\u0928\u093f", 1},
  }));
  CAPTURE(text);
  CHECK(width_of(text) == columns);
}

TEST_CASE("text that fits is not cut", "[Utf8Width]") {
  CHECK(fit_to_width("plain", 5) == "plain");
  CHECK(fit_to_width("\u4e2d\u6587", 4) == "\u4e2d\u6587");
  CHECK(fit_to_width("", 3) == "");
}

TEST_CASE("cut text ends in an ellipsis and never cuts a sign in two", "[Utf8Width]") {
  CHECK(fit_to_width("plain text", 6) == "plain\u2026");
  CHECK(fit_to_width("\u4e2d\u6587\u5b57", 4) == "\u4e2d\u2026");
  CHECK(fit_to_width("cafe\u0301s are", 5) == "cafe\u0301\u2026");
  CHECK(fit_to_width("ab", 1) == "\u2026");
  CHECK(fit_to_width("ab", 0) == "");
  CHECK(fit_to_width("ab", -3) == "");
}

TEST_CASE("no text is fitted wider than asked, and what is shown begins it", "[Utf8Width]") {
  std::mt19937 random(11);
  int broken = 0;
  for (int i = 0; i < 3'000; ++i) {
    const std::string text = test::random_text(random, 12, true);
    const int columns = static_cast<int>(random() % 16);
    std::string fitted = fit_to_width(text, columns);
    if (width_of(fitted) > columns) ++broken;
    if (fitted != text && columns > 0) {
      if (!fitted.ends_with("\u2026")) ++broken;
      fitted.resize(fitted.size() - 3);
      if (!text.starts_with(fitted)) ++broken;
    }
  }
  CHECK(broken == 0);
}

TEST_CASE("padding counts columns, not bytes", "[Utf8Width]") {
  CHECK(pad_to_width("cafe\u0301", 6) == "cafe\u0301  ");
  CHECK(pad_to_width("\u4e2d", 3) == "\u4e2d ");
  CHECK(pad_to_width("longer", 3) == "longer");
  CHECK(pad_to_width("", -1) == "");
}

TEST_CASE("lines break at spaces", "[Utf8Width]") {
  CHECK(wrap("the quiet after it", 9) == Lines{"the quiet", "after it"});
  CHECK(wrap("one two", 7) == Lines{"one two"});
  CHECK(wrap("one two", 6) == Lines{"one", "two"});
  CHECK(wrap("one  two", 20) == Lines{"one  two"});
  CHECK(wrap("  indented words", 12) == Lines{"  indented", "words"});
  CHECK(wrap("trailing   ", 20) == Lines{"trailing"});
}

TEST_CASE("a word longer than the line is broken inside", "[Utf8Width]") {
  CHECK(wrap("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
  CHECK(wrap("so abcdefghij k", 4) == Lines{"so", "abcd", "efgh", "ij k"});
  CHECK(wrap("\u4e2d\u6587\u5b57", 5) == Lines{"\u4e2d\u6587", "\u5b57"});
}

TEST_CASE("line breaks are kept and there is always a line", "[Utf8Width]") {
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("   ", 10) == Lines{""});
  CHECK(wrap("a\n\nb", 10) == Lines{"a", "", "b"});
  CHECK(wrap("a\n", 10) == Lines{"a", ""});
}

TEST_CASE("a sign wider than the line stands alone", "[Utf8Width]") {
  CHECK(wrap("\u4e2d\u6587", 1) == Lines{"\u4e2d", "\u6587"});
  CHECK(wrap("ab", 0) == Lines{"a", "b"});
  CHECK(wrap("ab", -5) == Lines{"a", "b"});
}

TEST_CASE("signs without a width are not lost before a long word", "[Utf8Width]") {
  CHECK(wrap("\u200b longer", 4) == Lines{"\u200b", "long", "er"});
}

TEST_CASE("a page without a space is wrapped in one pass", "[Utf8Width]") {
  std::string page;
  for (int i = 0; i < 100'000; ++i) page += "\u4e2d";
  CHECK(wrap(page, 10).size() == 20'000);
}

TEST_CASE("wrapped text is never too wide and loses nothing but spaces", "[Utf8Width]") {
  std::mt19937 random(5);
  int too_wide = 0;
  int lost = 0;
  for (int i = 0; i < 4'000; ++i) {
    const std::string text = test::random_text(random, 30, true);
    const int columns = 2 + static_cast<int>(random() % 20);
    const Lines lines = wrap(text, columns);
    for (const std::string& line : lines) {
      if (width_of(line) > columns || line.find('\n') != std::string::npos) ++too_wide;
    }
    if (lines.empty() || without_spaces(join(lines)) != without_spaces(text)) ++lost;
  }
  CHECK(too_wide == 0);
  CHECK(lost == 0);
}
