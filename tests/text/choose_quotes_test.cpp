#include <vector>

#include "lull/text/quotes.hpp"
#include "support/catch.hpp"

using namespace lull;

using Chosen = std::vector<std::size_t>;

TEST_CASE("the strongest quote comes first and the same thing is not said twice", "[Quotes]") {
  const std::vector<QuoteCandidate> candidates{{"He lied about the money again.", 0.7},
                                               {"He lied about the money, again!", 0.8},
                                               {"I found her letters in June.", 0.6}};
  CHECK(choose_quotes(candidates, 3) == Chosen{1, 2});
  CHECK(choose_quotes(candidates, 1) == Chosen{1});
}

TEST_CASE("of two equally strong quotes the short one is taken", "[Quotes]") {
  std::string rambling = "So that day";
  for (int i = 0; i < 20; ++i) rambling += " and then it went on";
  CHECK(choose_quotes({{rambling + " he lied.", 0.8}, {"He lied to my face.", 0.8}}, 1) ==
        Chosen{1});
}

TEST_CASE("nothing to choose from", "[Quotes]") {
  CHECK(choose_quotes({}, 3).empty());
  CHECK(choose_quotes({{"He lied.", 0.8}}, 0).empty());
}
