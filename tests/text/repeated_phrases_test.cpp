#include <algorithm>
#include <string>
#include <vector>

#include "lull/text/quotes.hpp"
#include "support/catch.hpp"

using namespace lull;

TEST_CASE("a phrase that comes back in other texts is found whole", "[RepeatedPhrases]") {
  const auto found = repeated_phrases(
      {"He called it pulling teeth.", "Like pulling teeth again.", "Pulling teeth."}, 5);
  REQUIRE(found.size() == 1);
  CHECK(found[0].phrase == "pulling teeth");
  CHECK(found[0].times == 3);
  CHECK(found[0].texts == 3);
}

TEST_CASE("what stands only within a longer phrase is left out", "[RepeatedPhrases]") {
  const auto found = repeated_phrases({"Always half packed bags.", "Again half packed bags."}, 5);
  REQUIRE(found.size() == 1);
  CHECK(found[0].phrase == "half packed bags");
}

TEST_CASE("one text alone repeats nothing, and little words make no phrase", "[RepeatedPhrases]") {
  CHECK(repeated_phrases({"cold tea cold tea cold tea"}, 5).empty());
  CHECK(repeated_phrases({"it was of the", "it was of the"}, 5).empty());
}

TEST_CASE("no more than asked for, the weightiest first", "[RepeatedPhrases]") {
  const std::vector<std::string_view> texts{"cold tea. empty chair.", "cold tea. empty chair.",
                                            "cold tea."};
  const auto found = repeated_phrases(texts, 1);
  REQUIRE(found.size() == 1);
  CHECK(found[0].phrase == "cold tea");
}
