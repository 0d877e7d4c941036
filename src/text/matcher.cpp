#include "matcher.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace lull {
namespace {

constexpr std::size_t kWindow = 64;   // bits of a word
constexpr std::size_t kOverlap = 32;  // more than any phrase of the codebook reaches

}  // namespace

Matcher::Matcher(const Automaton& automaton)
    : automaton_(automaton), places_(automaton.key_first.size()) {
  for (std::size_t symbol = 0; symbol + 1 < automaton.key_first.size(); ++symbol)
    places_[symbol].is_key = automaton.key_first[symbol] < automaton.key_first[symbol + 1];
}

void Matcher::place(const std::vector<Unit>& units, const Window& window) {
  if (++stamp_ == 0) {
    for (Place& place : places_) place.stamp = 0;
    stamp_ = 1;
  }
  present_.clear();
  for (std::size_t at = window.begin; at < window.end; ++at) {
    const std::uint64_t bit = std::uint64_t{1} << (at - window.begin);
    for (const std::uint32_t symbol : units[at].symbols) {
      Place& place = places_[symbol];
      if (place.stamp == stamp_) {
        place.bits |= bit;
        continue;
      }
      place.stamp = stamp_;
      place.bits = bit;
      if (place.is_key) present_.push_back(symbol);
    }
  }
}

// The units in which the phrase of `node` ends, as bits.
std::uint64_t Matcher::ends_of(std::uint32_t node) const {
  struct Step {
    std::uint32_t symbol = 0;
    int gap = 0;  // before it
  };
  std::array<Step, kWindow> steps;
  std::size_t count = 0;
  while (node != 0) {
    const NodeRow& row = automaton_.nodes[node];
    if (!is_there(row.symbol) || count == steps.size()) return 0;
    steps[count] = {row.symbol, 0};
    node = row.parent;
    if (node != 0 && automaton_.nodes[node].waits > 0) {
      steps[count].gap = automaton_.nodes[node].waits;
      node = automaton_.nodes[node].parent;
    }
    ++count;
  }
  std::uint64_t ends = places_[steps[count - 1].symbol].bits;
  for (std::size_t left = count - 1; ends != 0 && left > 0; --left) {
    std::uint64_t reach = ends << 1U;
    for (int skipped = 0; skipped < steps[left - 1].gap; ++skipped) reach |= reach << 1U;
    ends = reach & places_[steps[left - 1].symbol].bits;
  }
  return ends;
}

// Whether the path to `node` reads backwards from unit `at` of the window; the nearest words are
// taken.
bool Matcher::read_back(std::uint32_t node, std::size_t at, std::size_t begin, Match& match) const {
  const NodeRow& row = automaton_.nodes[node];
  if ((places_[row.symbol].bits >> at & 1U) == 0) return false;
  std::uint32_t before = row.parent;
  std::size_t gap = 0;
  if (before != 0 && automaton_.nodes[before].waits > 0) {
    gap = automaton_.nodes[before].waits;
    before = automaton_.nodes[before].parent;
  }
  bool found = before == 0;
  if (found) match.first = begin + at;
  for (std::size_t skipped = 0; !found && skipped <= gap && skipped < at; ++skipped) {
    found = read_back(before, at - 1 - skipped, begin, match);
  }
  if (found) match.words |= std::uint64_t{1} << (begin + at - match.first);
  return found;
}

void Matcher::find_in(const std::vector<Unit>& units, const Window& window,
                      std::vector<Match>& matches) {
  place(units, window);
  for (const std::uint32_t symbol : present_) {
    const std::uint32_t first = automaton_.key_first[symbol];
    for (const KeyRow& key :
         automaton_.keys.subspan(first, automaton_.key_first[symbol + 1] - first)) {
      if (!is_there(key.other)) continue;
      for (std::uint64_t ends = ends_of(key.node); ends != 0; ends &= ends - 1) {
        const auto at = static_cast<std::size_t>(std::countr_zero(ends));
        if (window.begin + at < window.first_end) continue;
        Match match;
        match.last = window.begin + at;
        if (!read_back(key.node, at, window.begin, match)) continue;
        const NodeRow& row = automaton_.nodes[key.node];
        for (const OutputRow& output : automaton_.outputs.subspan(row.outputs, row.output_count)) {
          match.row = output.row;
          match.negatable = output.negatable != 0;
          matches.push_back(match);
        }
      }
    }
  }
}

std::vector<Match> Matcher::find(const std::vector<Unit>& units) {
  std::vector<Match> matches;
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
  return matches;
}

}  // namespace lull
