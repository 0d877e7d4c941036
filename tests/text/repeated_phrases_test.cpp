#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
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

namespace {

using Words = std::vector<std::string>;

bool may_be_edge(const std::string& word) { return word != "of" && word != "the" && word != "my"; }

// Every phrase of every text, written out and counted.
std::vector<PhraseCount> count_slowly(const std::vector<std::vector<Words>>& texts) {
  std::map<Words, std::vector<std::size_t>> stands;  // the text of each time
  for (std::size_t text = 0; text < texts.size(); ++text) {
    for (const Words& sentence : texts[text]) {
      for (std::size_t begin = 0; begin < sentence.size(); ++begin) {
        for (std::size_t end = begin + 2; end <= std::min(begin + 5, sentence.size()); ++end) {
          if (!may_be_edge(sentence[begin]) || !may_be_edge(sentence[end - 1])) continue;
          stands[Words(sentence.begin() + static_cast<std::ptrdiff_t>(begin),
                       sentence.begin() + static_cast<std::ptrdiff_t>(end))]
              .push_back(text);
        }
      }
    }
  }
  std::erase_if(stands, [](const auto& phrase) {
    return std::set<std::size_t>(phrase.second.begin(), phrase.second.end()).size() < 2;
  });
  std::vector<PhraseCount> counts;
  for (const auto& [words, where] : stands) {
    double within = 0;
    double kinds = 0;
    for (const auto& [longer, there] : stands) {
      if (longer.size() <= words.size()) continue;
      for (auto at = longer.begin();; ++at) {
        at = std::search(at, longer.end(), words.begin(), words.end());
        if (at == longer.end()) break;
        within += static_cast<double>(there.size());
        kinds += 1;
      }
    }
    const double times = static_cast<double>(where.size()) - (kinds > 0 ? within / kinds : 0);
    std::string phrase;
    for (const std::string& word : words) phrase += (phrase.empty() ? "" : " ") + word;
    const double weight = std::log2(static_cast<double>(words.size())) * times;
    if (weight > 0) {
      counts.push_back(
          {phrase, where.size(), std::set<std::size_t>(where.begin(), where.end()).size(), weight});
    }
  }
  std::sort(counts.begin(), counts.end(), [](const PhraseCount& one, const PhraseCount& other) {
    return std::pair(-one.weight, one.phrase) < std::pair(-other.weight, other.phrase);
  });
  return counts;
}

}  // namespace

TEST_CASE("phrases are those of writing out and counting each", "[RepeatedPhrases]") {
  const Words vocabulary{"cold", "tea", "empty", "chair", "of", "the", "my", "window"};
  std::mt19937 random(6);
  std::size_t found = 0;
  for (int round = 0; round < 240; ++round) {
    std::vector<std::vector<Words>> texts(2 + random() % 6);
    std::vector<std::string> written;
    for (std::vector<Words>& text : texts) {
      std::string& bytes = written.emplace_back();
      for (std::size_t left = random() % 5; left > 0; --left) {
        Words& sentence = text.emplace_back();
        for (std::size_t more = 1 + random() % 7; more > 0; --more) {
          sentence.push_back(vocabulary[random() % vocabulary.size()]);
          bytes += sentence.back() + (more > 1 ? " " : ". ");
        }
      }
    }
    const auto counts = repeated_phrases({written.begin(), written.end()}, 1000);
    const auto expected = count_slowly(texts);
    REQUIRE(counts.size() == expected.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
      INFO(i << ": " << expected[i].phrase);
      REQUIRE(counts[i].phrase == expected[i].phrase);
      REQUIRE(counts[i].times == expected[i].times);
      REQUIRE(counts[i].texts == expected[i].texts);
      REQUIRE(counts[i].weight == Catch::Approx(expected[i].weight));
    }
    found += counts.size();
  }
  CHECK(found > 100);
}
