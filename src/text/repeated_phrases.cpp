#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "lull/text/quotes.hpp"
#include "lull/text/sentences.hpp"
#include "lull/text/tokens.hpp"

namespace lull {
namespace {

constexpr std::size_t kLongest = 5;

bool is_edge_word(const std::string& word) {
  static const std::unordered_set<std::string_view> kWords{
      "a",    "about", "am",    "an",   "and",   "are", "as",   "at",   "be",    "been", "but",
      "by",   "did",   "do",    "for",  "from",  "had", "has",  "have", "he",    "her",  "him",
      "his",  "i",     "i'm",   "if",   "in",    "is",  "it",   "it's", "its",   "just", "me",
      "my",   "of",    "on",    "or",   "our",   "out", "she",  "so",   "that",  "the",  "their",
      "them", "then",  "there", "they", "this",  "to",  "too",  "up",   "us",    "very", "was",
      "we",   "were",  "what",  "when", "which", "who", "will", "with", "would", "you",  "your"};
  return kWords.contains(word);
}

struct Seen {
  std::size_t times = 0;
  std::size_t texts = 0;
  std::size_t words = 0;
  std::size_t within_times = 0;  // how often it stands within a longer repeated phrase
  std::size_t within_kinds = 0;
};
using Phrases = std::map<std::string, Seen>;

// What is counted goes by numbers: of words, and of the runs of words that begin somewhere.
using Number = std::uint32_t;
constexpr Number kNone = std::numeric_limits<Number>::max();

// All texts as numbers of words, one sentence after another with kNone between them.
class WordList {
 public:
  explicit WordList(const std::vector<std::string_view>& texts) {
    for (std::size_t text = 0; text < texts.size(); ++text) {
      for (const TextSpan& sentence : split_sentences(texts[text])) {
        const std::string_view within = texts[text].substr(0, sentence.end);
        for (auto word = next_word(within, sentence.begin); word;
             word = next_word(within, word->end)) {
          places.push_back(
              {number_of(fold_word(within.substr(word->begin, word->end - word->begin))),
               static_cast<Number>(text)});
        }
        places.push_back({kNone, static_cast<Number>(text)});
      }
    }
  }

  struct Place {
    Number word;
    Number text;
  };
  std::vector<Place> places;
  std::vector<const std::string*> words;
  std::vector<bool> at_edge;  // of each word, whether no phrase may begin or end with it

 private:
  Number number_of(std::string&& word) {
    const auto [known, is_new] =
        numbers_.try_emplace(std::move(word), static_cast<Number>(words.size()));
    if (is_new) {
      words.push_back(&known->first);
      at_edge.push_back(is_edge_word(known->first));
    }
    return known->second;
  }

  std::unordered_map<std::string, Number> numbers_;
};

// A run of words: a shorter run and one word more.
struct Run {
  Number shorter;
  Number last;
  Number times = 0;
  Number texts = 0;
  Number last_text = kNone;
};

// Counts the runs that are one word longer than those that begin at each place, and puts the longer
// one there, or kNone where it stands in one text alone: no longer one stands in two then, so that
// of all the runs that are written once few are ever held.
std::vector<Run> lengthen(const WordList& list, std::size_t length, std::vector<Number>& begun) {
  std::vector<Run> runs;
  std::unordered_map<std::uint64_t, Number> known;
  for (std::size_t at = 0; at < begun.size(); ++at) {
    if (begun[at] == kNone) continue;
    const std::size_t next = at + length - 1;
    const Number word = next < list.places.size() ? list.places[next].word : kNone;
    if (word == kNone) {
      begun[at] = kNone;
      continue;
    }
    const std::uint64_t key = (std::uint64_t{begun[at]} << 32U) | word;
    const auto [place, is_new] = known.try_emplace(key, static_cast<Number>(runs.size()));
    if (is_new) runs.push_back({begun[at], word});
    Run& run = runs[place->second];
    ++run.times;
    if (run.last_text != list.places[at].text) ++run.texts;
    run.last_text = list.places[at].text;
    begun[at] = place->second;
  }
  for (Number& run : begun) {
    if (run != kNone && runs[run].texts < 2) run = kNone;
  }
  return runs;
}

// Those that stand in two texts or more.
Phrases find_repeated(const std::vector<std::string_view>& texts) {
  const WordList list(texts);
  std::vector<Number> begun(list.places.size());  // the run that begins at each place
  for (std::size_t at = 0; at < begun.size(); ++at) {
    const Number word = list.places[at].word;
    begun[at] = word == kNone || list.at_edge[word] ? kNone : word;
  }
  Phrases phrases;
  std::vector<std::string> shorter;  // the words of the runs before
  for (const std::string* word : list.words) shorter.push_back(*word);
  for (std::size_t length = 2; length <= kLongest; ++length) {
    const std::vector<Run> runs = lengthen(list, length, begun);
    std::vector<std::string> words(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const Run& run = runs[i];
      if (run.texts < 2) continue;
      words[i] = shorter[run.shorter] + ' ' + *list.words[run.last];
      if (!list.at_edge[run.last]) phrases[words[i]] = {run.times, run.texts, length};
    }
    shorter = std::move(words);
  }
  return phrases;
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
  Phrases phrases = find_repeated(texts);
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
