#include "matcher.hpp"

#include <algorithm>
#include <bit>

namespace lull {
namespace {

constexpr std::size_t kWindow = 64;   // bits of a word
constexpr std::size_t kOverlap = 32;  // more than any phrase of the codebook reaches

// The lowest `count` bits, of at least one.
std::uint64_t low_bits(int count) { return ~std::uint64_t{0} >> (64 - count); }

// Whether a phrase, whose rarest word is at unit `at` of `size`, has this one where it must stand.
bool may_stand(const Companion& word, std::uint64_t places, int at, int size) {
  const int near = std::max(at + word.from, 0);
  const int far = std::min(at + word.to, size - 1);
  return near <= far && (places >> near & low_bits(far - near + 1)) != 0;
}

}  // namespace

Matcher::Matcher(const Automaton& automaton)
    : automaton_(automaton),
      places_(automaton.key_first.size()),
      placed_(automaton.key_first.size() / 64 + 1),
      word_places_(automaton.words.size()),
      tried_(automaton.phrases.size() / 64 + 1) {}

void Matcher::next_window() {
  for (const Form* form : forms_) {
    for (const std::uint16_t word : form->words()) word_places_[word] = 0;
    for (const std::uint16_t symbol : form->asked) places_[symbol] = 0;
  }
  forms_.clear();
  std::fill(placed_.begin(), placed_.end(), 0U);
  for (const std::uint32_t phrase : touched_) tried_[phrase / 64] = 0;
  touched_.clear();
}

// Puts down where the words stand, and the symbols that phrases are ruled out by.
void Matcher::place_words() {
  for (std::size_t at = 0; at < forms_.size(); ++at) {
    const std::uint64_t here = std::uint64_t{1} << at;
    for (const std::uint16_t word : forms_[at]->words()) word_places_[word] |= here;
    for (const std::uint16_t symbol : forms_[at]->asked) places_[symbol] |= here;
  }
}

// The units of the window that stand for the symbol, as bits. Those that rule phrases out are known
// already, the others are looked for when they are asked for.
std::uint64_t Matcher::places_of(std::uint32_t symbol) {
  std::uint64_t& placed = placed_[symbol / 64];
  const std::uint64_t bit = std::uint64_t{1} << (symbol % 64);
  if (symbol < automaton_.asked || (placed & bit) != 0) return places_[symbol];
  std::uint64_t bits = 0;
  for (const std::uint16_t word : automaton_.members_of(symbol)) bits |= word_places_[word];
  placed |= bit;
  return places_[symbol] = bits;
}

// The units in which the phrase ends, as bits.
std::uint64_t Matcher::ends_of(Steps steps) {
  for (const StepRow& step : steps) {
    if (places_of(step.symbol) == 0) return 0;
  }
  std::uint64_t ends = places_[steps.back().symbol];
  for (std::size_t left = steps.size() - 1; ends != 0 && left > 0; --left) {
    std::uint64_t reach = ends << 1U;
    for (int skipped = 0; skipped < steps[left - 1].gap; ++skipped) reach |= reach << 1U;
    ends = reach & places_[steps[left - 1].symbol];
  }
  return ends;
}

// Whether the phrase reads backwards from unit `at` of the window; the nearest words are taken.
bool Matcher::read_back(Steps steps, std::size_t at, std::size_t begin, Match& match) const {
  const StepRow& step = steps.front();
  if ((places_[step.symbol] >> at & 1U) == 0) return false;
  bool found = steps.size() == 1;
  if (found) match.first = begin + at;
  for (std::size_t skipped = 0; !found && skipped <= step.gap && skipped < at; ++skipped) {
    found = read_back(steps.subspan(1), at - 1 - skipped, begin, match);
  }
  if (found) match.words |= std::uint64_t{1} << (begin + at - match.first);
  return found;
}

void Matcher::try_phrase(std::uint32_t number, int rarest, const Window& window,
                         std::vector<Match>& matches) {
  const PhraseRow& phrase = automaton_.phrases[number];
  const std::uint64_t next = places_of(phrase.next.symbol);
  if (!may_stand(phrase.next, next, rarest, static_cast<int>(forms_.size()))) return;
  const std::uint64_t bit = std::uint64_t{1} << (number % 64);
  if ((tried_[number / 64] & bit) != 0) return;
  tried_[number / 64] |= bit;
  touched_.push_back(number);
  const Steps steps = automaton_.steps.subspan(phrase.steps, phrase.step_count);
  for (std::uint64_t ends = ends_of(steps); ends != 0; ends &= ends - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(ends));
    if (window.begin + at < window.first_end) continue;
    Match match;
    match.last = window.begin + at;
    if (!read_back(steps, at, window.begin, match)) continue;
    for (const OutputRow& output :
         automaton_.outputs.subspan(phrase.outputs, phrase.output_count)) {
      match.row = output.row;
      match.negatable = output.negatable != 0;
      matches.push_back(match);
    }
  }
}

void Matcher::find_in(const std::vector<Unit>& units, const Window& window,
                      std::vector<Match>& matches) {
  next_window();
  for (std::size_t at = window.begin; at < window.end; ++at) forms_.push_back(units[at].form);
  place_words();
  // Nearly all keys end at the first question, so it is kept short.
  const KeyRow* const keys = automaton_.keys.data();
  const std::uint64_t* const places = places_.data();
  const auto size = static_cast<int>(forms_.size());
  for (int at = 0; at < size; ++at) {
    for (const KeySpan span : forms_[static_cast<std::size_t>(at)]->keys) {
      for (std::uint32_t key = span.first; key < span.end; ++key) {
        const Companion& companion = keys[key].companion;
        const std::uint64_t there = places[companion.symbol];
        if (there == 0 || !may_stand(companion, there, at, size)) continue;
        for (std::uint32_t phrase = keys[key].phrases; phrase < keys[key + 1].phrases; ++phrase)
          try_phrase(phrase, at, window, matches);
      }
    }
  }
}

void Matcher::find(const std::vector<Unit>& units, std::vector<Match>& matches) {
  matches.clear();
  Window window;
  while (window.end < units.size()) {
    window.first_end = window.end;
    window.begin = window.end == 0 ? 0 : window.end - kOverlap;
    window.end = std::min(units.size(), window.begin + kWindow);
    find_in(units, window, matches);
  }
  std::sort(matches.begin(), matches.end(), [](const Match& left, const Match& right) {
    if (left.last != right.last) return left.last < right.last;
    if (left.row != right.row) return left.row < right.row;
    return left.words < right.words;
  });
}

}  // namespace lull
