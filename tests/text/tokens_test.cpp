#include "lull/text/tokens.hpp"

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace lull;

namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  for (const Token& token : tokenize(text)) found.push_back(token.word);
  return found;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("apostrophes stay within words, straight or curly", "[Tokens]") {
  CHECK(words("Didn't he? 'Yes' didn\u2019t") == Words{"didn't", "he", "yes", "didn't"});
}

TEST_CASE("a hyphen parts words and digits are words", "[Tokens]") {
  CHECK(words("long-distance, 24/7") == Words{"long", "distance", "24", "7"});
}

TEST_CASE("accents and case fold away, spans stay those of the text", "[Tokens]") {
  const std::string text = "My Fianc\u00E9e \u00C9tait";
  const auto tokens = tokenize(text);
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[1].word == "fiancee");
  CHECK(text.substr(tokens[1].span.begin, tokens[1].span.end - tokens[1].span.begin) ==
        "Fianc\u00E9e");
  CHECK(tokens[2].word == "etait");
}

TEST_CASE("contractions come apart", "[Tokens]") {
  CHECK(split_contraction("didn't") == Words{"did", "not"});
  CHECK(split_contraction("can't") == Words{"can", "not"});
  CHECK(split_contraction("we're") == Words{"we", "are"});
  CHECK(split_contraction("mother's") == Words{"mother", "'s"});
  CHECK(split_contraction("cant") == Words{"cant"});
}

TEST_CASE("words are in order, apart and within any bytes", "[Tokens]") {
  CHECK(rc::check("any bytes", [](const std::string& text) {
    std::size_t end = 0;
    for (const Token& token : tokenize(text)) {
      RC_ASSERT(token.span.begin >= end);
      RC_ASSERT(token.span.begin < token.span.end);
      RC_ASSERT(token.span.end <= text.size());
      RC_ASSERT(!token.word.empty());
      end = token.span.end;
    }
  }));
}
