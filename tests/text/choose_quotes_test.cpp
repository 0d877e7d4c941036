#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <sstream>
#include <string>
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

namespace {

// How much two sentences have in common, by sets of the words themselves, none of which has another
// stem than itself.
double likeness(const std::string& left, const std::string& right) {
  const auto words = [](const std::string& text) {
    std::istringstream stream(text);
    return std::set<std::string>(std::istream_iterator<std::string>(stream), {});
  };
  const std::set<std::string> one = words(left);
  const std::set<std::string> other = words(right);
  std::set<std::string> both = one;
  both.insert(other.begin(), other.end());
  return static_cast<double>(one.size() + other.size() - both.size()) /
         static_cast<double>(both.size());
}

}  // namespace

TEST_CASE("no two chosen quotes say the same, and none is left out that is new", "[Quotes]") {
  const std::vector<std::string> vocabulary{"cold", "tea", "lamp", "door", "rain", "sand", "milk"};
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> sentences(1 + random() % 8);
    std::vector<QuoteCandidate> candidates;
    for (std::string& sentence : sentences) {
      for (std::size_t left = 3 + random() % 4; left > 0; --left) {
        sentence += vocabulary[random() % vocabulary.size()] + ' ';
      }
    }
    for (const std::string& sentence : sentences) candidates.push_back({sentence, 0.5});
    const Chosen chosen = choose_quotes(candidates, sentences.size());
    const auto is_like = [&](std::size_t one, std::size_t other) {
      return likeness(sentences[one], sentences[other]) > 0.75;
    };
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) REQUIRE_FALSE(is_like(chosen[i], chosen[j]));
    }
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const bool taken = std::find(chosen.begin(), chosen.end(), i) != chosen.end();
      const bool said = std::any_of(chosen.begin(), chosen.end(),
                                    [&](std::size_t other) { return is_like(i, other); });
      REQUIRE((taken || said));
    }
  }
}
