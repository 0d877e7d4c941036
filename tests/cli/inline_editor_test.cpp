#include "lull/cli/inline_editor.hpp"

#include <random>

#include "lull/base/utf8.hpp"
#include "support/catch.hpp"
#include "support/random_text.hpp"

using namespace lull;

namespace {

// Types `keys` as a terminal would send them.
InlineEditor after(std::string_view keys) {
  InlineEditor editor;
  StrokeReader reader;
  for (const Stroke& stroke : reader.read(keys)) editor.take(stroke);
  for (const Stroke& stroke : reader.give_up()) editor.take(stroke);
  return editor;
}

std::string text_after(std::string_view keys) { return after(keys).text(); }

constexpr auto kLeft = "\x1b[D";
using State = InlineEditor::State;

}  // namespace

TEST_CASE("what is typed stands where the cursor is", "[InlineEditor]") {
  CHECK(text_after("hllo\x1b[D\x1b[D\x1b[De") == "hello");
  CHECK(text_after("one\rtwo\x01zero ") == "one\nzero two");
}

TEST_CASE("a sign of several code points is one step and goes as one", "[InlineEditor]") {
  const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
  CHECK(text_after(family + "e\u0301" + "\x7f") == family);
  CHECK(text_after(family + "e\u0301" + "\x7f\x7f").empty());
  CHECK(text_after("a" + family + kLeft + "b") == "ab" + family);
  CHECK(text_after("a" + family + kLeft + "\x1b[3~") == "a");
}

TEST_CASE("backspace at the beginning of a line joins it to the one before", "[InlineEditor]") {
  CHECK(text_after("a\rb\x01\x7f") == "ab");
  CHECK(text_after("\x7f\x7f\x1b[3~").empty());
}

TEST_CASE("up and down keep the column across a shorter line", "[InlineEditor]") {
  CHECK(text_after("abcdef\rx\rghijkl\x1b[D\x1b[A\x1b[A!") == "abcde!f\nx\nghijkl");
  CHECK(text_after("abc\rde\x1b[A\x1b[B\x1b[B!") == "abc\nde!");
  CHECK(text_after("\u4e2d\u6587\rabcd\x1b[D\x1b[D\x1b[A!") == "\u4e2d!\u6587\nabcd");
}

TEST_CASE("up on the first line goes to its beginning", "[InlineEditor]") {
  CHECK(text_after("abc\x1b[A!") == "!abc");
}

TEST_CASE("cuts stay within the line and can be put back", "[InlineEditor]") {
  CHECK(text_after("one\rtwo three\x15") == "one\n");
  CHECK(text_after("one two three\x17") == "one two ");
  CHECK(text_after("one two  \x17") == "one ");
  CHECK(text_after("one two\x01\x0b").empty());
  CHECK(text_after("one\rtwo\x1b[A\x05\x0b") == "onetwo");
  CHECK(text_after("one two\x17\x01\x19") == "twoone ");
}

TEST_CASE("^D finishes on an empty line, wherever that is", "[InlineEditor]") {
  CHECK(after("one\r\x04").state() == State::finished);
  CHECK(after("one\r\rtwo\x1b[A\x04").state() == State::finished);
  CHECK(after("\x04").state() == State::finished);
}

TEST_CASE("^D inside a line asks first, and any other key takes it back", "[InlineEditor]") {
  CHECK(after("one\x04").state() == State::asked);
  CHECK(after("one\x04\x04").state() == State::finished);
  CHECK(after("one\x04 \x04").state() == State::asked);
  CHECK(text_after("one\x04\x04") == "one");
}

TEST_CASE("^C interrupts and keeps the text; nothing changes it afterwards", "[InlineEditor]") {
  const InlineEditor editor = after("one\x03two");
  CHECK(editor.state() == State::interrupted);
  CHECK(editor.text() == "one");
}

TEST_CASE("no walk through the text leaves the beginnings of signs", "[InlineEditor]") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    InlineEditor editor;
    editor.take({StrokeKind::text, test::random_text(random, 40, true)});
    std::vector<std::size_t> backwards{editor.cursor()};
    while (editor.cursor() > 0) {
      editor.take({StrokeKind::left, {}});
      backwards.push_back(editor.cursor());
    }
    std::vector<std::size_t> forwards{0};
    while (editor.cursor() < editor.text().size()) {
      editor.take({StrokeKind::right, {}});
      forwards.push_back(editor.cursor());
    }
    std::reverse(backwards.begin(), backwards.end());
    REQUIRE(forwards == backwards);
  }
}

TEST_CASE("a text that fits is shown whole", "[InlineLayout]") {
  const ShownRows shown = lay_out("one\ntwo", 5, 20, 10);
  CHECK(shown.rows == std::vector<std::string>{"one", "two"});
  CHECK(shown.cursor_row == 1);
  CHECK(shown.cursor_column == 1);
}

TEST_CASE("an empty text is one empty row", "[InlineLayout]") {
  CHECK(lay_out("", 0, 20, 10).rows == std::vector<std::string>{""});
  CHECK(lay_out("a\n", 2, 20, 10).rows == std::vector<std::string>{"a", ""});
  CHECK(lay_out("a\n", 2, 20, 10).cursor_row == 1);
}

TEST_CASE("long lines break after a space, long words anywhere", "[InlineLayout]") {
  CHECK(lay_out("one two three", 13, 9, 10).rows == std::vector<std::string>{"one two ", "three"});
  CHECK(lay_out("abcdefghij", 10, 5, 10).rows == std::vector<std::string>{"abcd", "efgh", "ij"});
}

TEST_CASE("the cursor between two rows stands in the second", "[InlineLayout]") {
  const ShownRows shown = lay_out("one two three", 8, 9, 10);
  CHECK(shown.cursor_row == 1);
  CHECK(shown.cursor_column == 0);
}

TEST_CASE("only the rows around the cursor are given", "[InlineLayout]") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += std::to_string(i) + "\n";
  CHECK(lay_out(text, text.size(), 20, 3).rows == std::vector<std::string>{"98", "99", ""});
  const ShownRows top = lay_out(text, 0, 20, 3);
  CHECK(top.rows == std::vector<std::string>{"0", "1", "2"});
  CHECK(top.cursor_row == 0);
}

TEST_CASE("control characters are shown and never sent", "[InlineLayout]") {
  CHECK(lay_out("a\x1b[31mb\tc", 0, 40, 5).rows == std::vector<std::string>{"a␛[31mb    c"});
}

TEST_CASE("every row fits the screen and the cursor is on it", "[InlineLayout]") {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    InlineEditor editor;
    editor.take({StrokeKind::text, test::random_text(random, 60, true)});
    for (std::size_t back = random() % 20; back > 0; --back) editor.take({StrokeKind::left, {}});
    const int columns = 10 + static_cast<int>(random() % 30);
    const std::size_t most = 1 + random() % 10;
    const ShownRows shown = lay_out(editor.text(), editor.cursor(), columns, most);
    REQUIRE(!shown.rows.empty());
    REQUIRE(shown.rows.size() <= most);
    REQUIRE(shown.cursor_row < shown.rows.size());
    REQUIRE(shown.cursor_column < columns);
    for (const std::string& row : shown.rows) {
      CAPTURE(row, columns);
      REQUIRE(width_of(row) <= columns);
      REQUIRE(make_visible(row) == row);
    }
  }
}
