#include "lull/text/contradictions.hpp"

#include <string>

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("a denial on one day meets a telling on another", "[Contradictions]") {
  const std::string first = "It was good. We never fought.";
  const std::string second = "Rain. It was the same fight every Sunday.";
  const auto pairs = find_contradictions({first, second});
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].theme == Theme::conflict);
  CHECK(pairs[0].denies.text == 0);
  CHECK(first.substr(pairs[0].denies.sentence.begin) == "We never fought.");
  CHECK(pairs[0].tells.text == 1);
}

TEST_CASE("agreeing texts and questions make no pair", "[Contradictions]") {
  CHECK(find_contradictions({"We never fought.", "It rained."}).empty());
  CHECK(find_contradictions({"Did we never fight?", "We fought all the time."}).empty());
  CHECK(find_contradictions({}).empty());
}
