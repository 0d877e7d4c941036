#include "lull/text/language.hpp"

#include <algorithm>
#include <array>

#include "lull/text/tokens.hpp"

namespace lull {
namespace {

constexpr std::size_t kFewWords = 6;
constexpr double kEnglish =
    0.2;  // of the words are among the commonest; in English text it is near a half

// The commonest words of English, without those that other languages written alike use too ("a",
// "me", "no", "in", "so", "was", "on", "an", "is", "do", "as").
bool is_common(std::string_view word) {
  static constexpr std::array<std::string_view, 118> kWords{
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
      "why",   "will",  "with",    "without", "would",  "year",  "years",  "you",    "your",
      "yes"};
  static const bool kSorted = std::is_sorted(kWords.begin(), kWords.end());
  return kSorted ? std::binary_search(kWords.begin(), kWords.end(), word)
                 : std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

bool is_unread_language(std::string_view text) {
  const std::vector<Token> words = tokenize(text);
  if (words.empty()) return false;
  std::size_t common = 0;
  std::size_t foreign = 0;
  for (const Token& word : words) {
    common += is_common(word.word) ? 1 : 0;
    foreign += std::any_of(word.word.begin(), word.word.end(),
                           [](char c) { return static_cast<unsigned char>(c) >= 0xC4; })
                   ? 1
                   : 0;
  }
  if (words.size() < kFewWords) return foreign * 2 > words.size();
  return static_cast<double>(common) < kEnglish * static_cast<double>(words.size());
}

}  // namespace lull
