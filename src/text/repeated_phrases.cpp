#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "lull/text/quotes.hpp"
#include "lull/text/sentences.hpp"
#include "lull/text/tokens.hpp"

namespace lull {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 5;

bool is_edge_word(const std::string& word) {
  static constexpr std::array<std::string_view, 66> kWords{
      "a",    "about", "am",    "an",   "and",   "are", "as",   "at",   "be",    "been", "but",
      "by",   "did",   "do",    "for",  "from",  "had", "has",  "have", "he",    "her",  "him",
      "his",  "i",     "i'm",   "if",   "in",    "is",  "it",   "it's", "its",   "just", "me",
      "my",   "of",    "on",    "or",   "our",   "out", "she",  "so",   "that",  "the",  "their",
      "them", "then",  "there", "they", "this",  "to",  "too",  "up",   "us",    "very", "was",
      "we",   "were",  "what",  "when", "which", "who", "will", "with", "would", "you",  "your"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

struct Seen {
  std::size_t times = 0;
  std::size_t texts = 0;
  std::size_t last_text = 0;
  std::size_t words = 0;
  std::size_t within_times = 0;  // how often it stands within a longer repeated phrase
  std::size_t within_kinds = 0;
};
using Phrases = std::map<std::string, Seen>;

void add_sentence(const std::vector<Token>& words, std::size_t text, Phrases& phrases) {
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    std::string phrase = words[begin].word;
    for (std::size_t length = 2; length <= kLongest && begin + length <= words.size(); ++length) {
      phrase += ' ' + words[begin + length - 1].word;
      if (length < kShortest || is_edge_word(words[begin].word) ||
          is_edge_word(words[begin + length - 1].word)) {
        continue;
      }
      Seen& seen = phrases[phrase];
      seen.words = length;
      ++seen.times;
      if (seen.texts == 0 || seen.last_text != text) ++seen.texts;
      seen.last_text = text;
    }
  }
}

// Tells every shorter phrase within `phrase` that it stands there.
void note_within(const std::string& phrase, const Seen& longer, Phrases& phrases) {
  for (std::size_t begin = 0; begin != std::string::npos;) {
    for (std::size_t end = phrase.find(' ', begin); end != std::string::npos;
         end = phrase.find(' ', end + 1)) {
      const auto part = phrases.find(phrase.substr(begin, end - begin));
      if (part != phrases.end()) {
        part->second.within_times += longer.times;
        ++part->second.within_kinds;
      }
    }
    if (begin > 0) {
      const auto tail = phrases.find(phrase.substr(begin));
      if (tail != phrases.end()) {
        tail->second.within_times += longer.times;
        ++tail->second.within_kinds;
      }
    }
    const std::size_t space = phrase.find(' ', begin);
    begin = space == std::string::npos ? space : space + 1;
  }
}

double c_value(const Seen& seen) {
  double times = static_cast<double>(seen.times);
  if (seen.within_kinds > 0)
    times -= static_cast<double>(seen.within_times) / static_cast<double>(seen.within_kinds);
  return std::log2(static_cast<double>(seen.words)) * times;
}

}  // namespace

std::vector<PhraseCount> repeated_phrases(const std::vector<std::string_view>& texts,
                                             std::size_t limit) {
  Phrases phrases;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const Span& sentence : split_sentences(texts[i])) {
      add_sentence(tokenize(texts[i].substr(sentence.begin, sentence.end - sentence.begin)), i,
                   phrases);
    }
  }
  std::erase_if(phrases, [](const auto& phrase) { return phrase.second.texts < 2; });
  for (const auto& [phrase, seen] : phrases) note_within(phrase, seen, phrases);
  std::vector<PhraseCount> repeated;
  for (const auto& [phrase, seen] : phrases) {
    if (c_value(seen) > 0) repeated.push_back({phrase, seen.times, seen.texts, c_value(seen)});
  }
  std::stable_sort(repeated.begin(), repeated.end(),
                   [](const auto& left, const auto& right) { return left.weight > right.weight; });
  if (repeated.size() > limit) repeated.resize(limit);
  return repeated;
}

}  // namespace lull
