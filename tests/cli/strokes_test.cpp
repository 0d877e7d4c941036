#include "lull/cli/strokes.hpp"

#include <rapidcheck.h>

#include "support/catch.hpp"

using namespace lull;

namespace {

std::vector<Stroke> read_all(std::string_view bytes) {
  StrokeReader reader;
  std::vector<Stroke> strokes = reader.read(bytes);
  for (Stroke& stroke : reader.give_up()) strokes.push_back(std::move(stroke));
  return strokes;
}

std::string text_of(const std::vector<Stroke>& strokes) {
  std::string text;
  for (const Stroke& stroke : strokes) text += stroke.text;
  return text;
}

Stroke key(StrokeKind kind) { return {kind, {}}; }
Stroke typed(std::string text) { return {StrokeKind::text, std::move(text)}; }

}  // namespace

TEST_CASE("letters, tabs and Enter are text, and Enter is a line feed", "[Strokes]") {
  CHECK(read_all("a b\tc\rd\ne") == std::vector{typed("a b\tc\nd\ne")});
}

TEST_CASE("cursor keys are known in each form that terminals send", "[Strokes]") {
  CHECK(read_all("\x1b[A\x1bOA") == std::vector{key(StrokeKind::up), key(StrokeKind::up)});
  CHECK(read_all("\x1b[1~\x1b[H\x1bOH\x01") == std::vector(4, key(StrokeKind::line_start)));
  CHECK(read_all("\x1b[3~") == std::vector{key(StrokeKind::erase_after)});
  CHECK(read_all("\x1b[1;5D\x1b"
                 "b") == std::vector(2, key(StrokeKind::word_left)));
}

TEST_CASE("keys without a meaning leave nothing behind", "[Strokes]") {
  CHECK(read_all("\x1b[15~\x1bOP\x1b[[A\x1b[1;2Q\x13\x1e").empty());
  CHECK(read_all(std::string_view("\0", 1)).empty());
}

TEST_CASE("words typed after the Escape key stay whole", "[Strokes]") {
  CHECK(read_all("\x1bhello") == std::vector{typed("hello")});
  CHECK(read_all("\x1bOh no") == std::vector{typed("Oh no")});
  CHECK(read_all("\x1b[\xc3\xa9") == std::vector{typed("[\xc3\xa9")});
  CHECK(read_all("\x1b\x1b[A") == std::vector{key(StrokeKind::up)});
}

TEST_CASE("an escape alone waits for what follows, and is nothing when nothing does", "[Strokes]") {
  StrokeReader reader;
  CHECK(reader.read("\x1b").empty());
  CHECK(reader.waits());
  CHECK(reader.give_up().empty());
  CHECK_FALSE(reader.waits());
  CHECK(reader.read("[A") == std::vector{typed("[A")});
}

TEST_CASE("a character in pieces is held until it is whole", "[Strokes]") {
  StrokeReader reader;
  CHECK(reader.read("\xf0\x9f").empty());
  CHECK(reader.waits());
  CHECK(reader.read("\x98\x80") == std::vector{typed("\U0001F600")});
}

TEST_CASE("bytes that are no UTF-8 are kept as they are", "[Strokes]") {
  CHECK(text_of(read_all("caf\xe9 x\xff\xc3")) == "caf\xe9 x\xff\xc3");
}

TEST_CASE("a paste is text whatever it holds", "[Strokes]") {
  CHECK(read_all("\x1b[200~a\tb\x04\x03\x1b[Ac\x1b[201~") ==
        std::vector{typed("a\tb\x04\x03\x1b[Ac")});
}

TEST_CASE("the line ends of a paste become line feeds", "[Strokes]") {
  CHECK(read_all("\x1b[200~a\rb\r\nc\nd\r\re\x1b[201~\n") ==
        std::vector{typed("a\nb\nc\nd\n\ne\n")});
}

TEST_CASE("a paste that never ends is given up whole", "[Strokes]") {
  StrokeReader reader;
  std::string text = text_of(reader.read("\x1b[200~half a wor"));
  text += text_of(reader.read("d\x1b[20"));
  CHECK_FALSE(reader.waits());
  text += text_of(reader.give_up());
  CHECK(text == "half a word\x1b[20");
}

TEST_CASE("how the bytes are cut into pieces makes no difference", "[Strokes]") {
  const bool same = rc::check([] {
    static const std::vector<std::string> pieces{
        "word ", "\r",   "\x1b[A", "\x1b[1;5C", "\xc3\xa9",  "\U0001F600", "\x04",
        "\x7f",  "\x1b", "\xff",   "\x1b[200~", "\x1b[201~", "\x1b[20",    "\r\n",
        "[",     "O",    "\t",     "\x1bOH",    "~"};
    std::string bytes;
    for (const auto& piece :
         *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) {
      bytes += piece;
    }
    const auto whole = read_all(bytes);
    StrokeReader reader;
    std::vector<Stroke> parts;
    const auto add = [&](std::vector<Stroke> more) {
      for (Stroke& stroke : more) {
        if (stroke.kind == StrokeKind::text && !parts.empty() &&
            parts.back().kind == StrokeKind::text) {
          parts.back().text += stroke.text;
        } else {
          parts.push_back(std::move(stroke));
        }
      }
    };
    for (const char byte : bytes) add(reader.read({&byte, 1}));
    add(reader.give_up());
    std::vector<Stroke> joined;
    std::swap(joined, parts);
    add(whole);
    RC_ASSERT(joined == parts);
  });
  CHECK(same);
}
