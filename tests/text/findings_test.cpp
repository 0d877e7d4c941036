#include "lull/text/findings.hpp"

#include <set>
#include <string>

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("markers are counted and rated by the hundred words", "[Markers]") {
  const MarkerCounts counts =
      read_findings("I miss him. Maybe we both ruined it, my fault.").markers;
  CHECK(counts.words == 10);
  CHECK(counts.of(Marker::i_words) == 2);
  CHECK(counts.of(Marker::we_words) == 1);
  CHECK(counts.of(Marker::missing_idealising) == 1);
  CHECK(counts.of(Marker::relational) == 1);
  CHECK(counts.of(Marker::self_blame) == 1);
  CHECK(counts.rate(Marker::hedging) == Catch::Approx(10.0));
}

TEST_CASE("counts of texts add up and an empty text has no rate", "[Markers]") {
  MarkerCounts sum = read_findings("I let go.").markers;
  sum += read_findings("I accept it.").markers;
  CHECK(sum.of(Marker::closure) == 2);
  CHECK(sum.words == 6);
  CHECK(read_findings("").markers.rate(Marker::closure) == 0);
}

TEST_CASE("every marker has its own id and a caveat", "[Markers]") {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < kMarkerCount; ++i) {
    ids.insert(to_string(static_cast<Marker>(i)));
    CHECK(!caveat_of(static_cast<Marker>(i)).empty());
  }
  CHECK(ids.size() == kMarkerCount);
}

TEST_CASE("a long text is read as its passages are, in their order", "[Findings]") {
  std::string passage = "We fought all the time. I miss him. We never talked.";
  for (int i = 3; i < 200; ++i) passage += " It rained.";
  passage += "\n";
  const Findings one = read_findings(passage);
  std::string text;
  for (int i = 0; i < 20; ++i) text += passage;
  const Findings all = read_findings(text);
  REQUIRE(!one.evidence.empty());
  REQUIRE(all.evidence.size() == 20 * one.evidence.size());
  for (std::size_t i = 0; i < all.evidence.size(); ++i) {
    const Evidence& repeated = one.evidence[i % one.evidence.size()];
    const std::size_t moved = i / one.evidence.size() * passage.size();
    CHECK(all.evidence[i].theme == repeated.theme);
    CHECK(all.evidence[i].sentence.begin == repeated.sentence.begin + moved);
  }
  CHECK(all.denials.size() == 20 * one.denials.size());
  CHECK(all.markers.words == 20 * one.markers.words);
  CHECK(all.markers.of(Marker::missing_idealising) ==
        20 * one.markers.of(Marker::missing_idealising));
}
