#include "lull/base/folded_text.hpp"

#include <random>

#include "lull/base/utf8.hpp"
#include "support/catch.hpp"
#include "support/random_text.hpp"

using namespace lull;
using namespace lull::test;

TEST_CASE("A text folded with its way back reads as fold() makes it", "[FoldedText]") {
  std::mt19937 random(7);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = random_text(random, 12, true);
    INFO(text);
    REQUIRE(FoldedText(text).folded() == fold(text));
  }
}

TEST_CASE("A folded piece leads back to whole characters of the text", "[FoldedText]") {
  const auto origin = [](const std::string& text, const std::string& piece) {
    const FoldedText folded(text);
    const std::size_t at = folded.folded().find(piece);
    REQUIRE(at != std::string::npos);
    const TextSpan span = folded.origin_of({at, at + piece.size()});
    return text.substr(span.begin, span.end - span.begin);
  };
  CHECK(origin("my CAF\u00c9 is", "cafe") == "CAF\u00c9");
  CHECK(origin("a cafe\u0301 b", "cafe") == "cafe\u0301");
  CHECK(origin("the \ufb01rst", "f") == "\ufb01");
  CHECK(origin("the \ufb01rst", "irst") == "\ufb01rst");
  CHECK(origin("\u4eca\u65e5\u306f\u96e8", "\u96e8") == "\u96e8");
  CHECK(FoldedText("").origin_of({0, 0}) == TextSpan{0, 0});
}

TEST_CASE("Words begin after what is no letter and end before it", "[FoldedText]") {
  CHECK(may_begin_word("a b", 2));
  CHECK_FALSE(may_begin_word("ab", 1));
  CHECK_FALSE(may_begin_word("\u00e9b", 2));
  CHECK(end_of_word("word, x", 1) == 4);
  CHECK(holds_letter("-7-"));
  CHECK_FALSE(holds_letter("- ! \u2014"));
  CHECK(holds_unspaced_script("x\u96e8"));
  CHECK_FALSE(holds_unspaced_script("\u0416\u00e9\u0928"));
}
