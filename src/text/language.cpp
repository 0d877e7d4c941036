#include "language.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lull {
namespace {

constexpr std::size_t kFewWords = 6;
constexpr double kEnglish =
    0.2;  // of the words are among the commonest; in English text it is near a half

// The commonest words of English, without those that other languages written alike use too ("a",
// "me", "no", "in", "so", "was", "on", "an", "is", "do", "as").
constexpr std::array<std::string_view, 118> kWords{
    "about", "after", "again",   "all",     "always", "am",    "and",    "any",    "are",
    "back",  "be",    "because", "been",    "before", "being", "but",    "can",    "can't",
    "could", "day",   "did",     "didn't",  "didnt",  "don't", "dont",   "even",   "every",
    "feel",  "felt",  "for",     "from",    "get",    "go",    "going",  "good",   "got",
    "had",   "has",   "have",    "he",      "he's",   "her",   "him",    "his",    "how",
    "i",     "i'm",   "i've",    "if",      "im",     "it",    "it's",   "its",    "just",
    "know",  "like",  "love",    "make",    "more",   "much",  "my",     "never",  "not",
    "now",   "of",    "one",     "or",      "our",    "out",   "over",   "really", "said",
    "she",   "she's", "should",  "some",    "still",  "than",  "that",   "that's", "the",
    "their", "them",  "then",    "there",   "they",   "thing", "things", "think",  "this",
    "time",  "to",    "told",    "too",     "up",     "us",    "very",   "want",   "wanted",
    "we",    "well",  "went",    "were",    "what",   "when",  "where",  "which",  "who",
    "why",   "will",  "with",    "without", "would",  "year",  "years",  "yes",    "you",
    "your"};
static_assert(std::is_sorted(kWords.begin(), kWords.end()));

// Where the words that begin with each letter begin, and behind the last.
constexpr std::array<std::uint8_t, 27> kFirst = [] {
  std::array<std::uint8_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter) {
    while (first[letter] < kWords.size() &&
           static_cast<std::size_t>(kWords[first[letter]][0] - 'a') < letter) {
      ++first[letter];
    }
  }
  return first;
}();

bool is_common(std::string_view word) {
  if (word[0] < 'a' || word[0] > 'z') return false;
  const auto letter = static_cast<std::size_t>(word[0] - 'a');
  const auto* begin = kWords.begin() + kFirst[letter];
  const auto* end = kWords.begin() + kFirst[letter + 1];
  return std::find(begin, end, word) != end;
}

}  // namespace

LanguageCount& LanguageCount::operator+=(const LanguageCount& other) {
  words += other.words;
  common += other.common;
  foreign += other.foreign;
  return *this;
}

bool LanguageCount::is_unread() const {
  if (words == 0) return false;
  if (words < kFewWords) return foreign * 2 > words;
  return static_cast<double>(common) < kEnglish * static_cast<double>(words);
}

LanguageCount language_of(std::string_view folded) {
  if (folded.empty()) return {};
  const bool foreign = std::any_of(folded.begin(), folded.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0xC4; });
  return {1, is_common(folded) ? 1U : 0U, foreign ? 1U : 0U};
}

}  // namespace lull
