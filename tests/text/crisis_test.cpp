#include "lull/text/crisis.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("wanting to die and self-harm are seen in every register", "[Crisis]") {
  for (const char* text :
       {"I want to die.", "i dont wanna be here anymore", "I keep thinking about ending it all.",
        "kms lol", "I've been cutting myself again", "There is no reason to go on.",
        "Everyone would be better off without me.", "I wish I was never born", "I can't go on.",
        "i took all my pills", "I do not want to live without him.",
        "thinking of driving my car into a tree", "I don't want to wake up tomorrow",
        "life isn't worth living", "im so tired of being alive",
        "I had suicidal thoughts last night"}) {
    CAPTURE(text);
    const auto signs = find_crisis(text);
    REQUIRE(!signs.empty());
    CHECK(signs[0].kind == CrisisKind::self_harm);
  }
}

TEST_CASE("being followed and threatened are seen", "[Crisis]") {
  for (const char* text :
       {"He followed me home from work.", "She keeps showing up at my job",
        "he was parked outside my house again", "He said he would kill me.",
        "I am scared he will come after me", "there's a tracker on my car", "I don't feel safe.",
        "He is stalking me", "he wont stop calling me from other numbers"}) {
    CAPTURE(text);
    const auto signs = find_crisis(text);
    REQUIRE(!signs.empty());
    CHECK(signs.back().kind == CrisisKind::danger);
  }
}

TEST_CASE("an ordinary sad page is no crisis", "[Crisis]") {
  for (const char* text :
       {"I cried all morning and ate toast.", "I miss him so much.", "We fought about the dishes.",
        "The plant died.", "I am tired of him.", "He lives without a car."}) {
    CAPTURE(text);
    CHECK(find_crisis(text).empty());
  }
}
