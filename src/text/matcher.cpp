#include "matcher.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace lull {
namespace {

constexpr std::size_t kWindow = 64;   // bits of a word
constexpr std::size_t kOverlap = 32;  // more than any phrase of the codebook reaches

// The lowest `count` bits, of at least one.
std::uint64_t low_bits(int count) { return ~std::uint64_t{0} >> (64 - count); }

}  // namespace

Matcher::Matcher(const Automaton& automaton)
    : automaton_(automaton),
      places_(automaton.key_first.size()),
      placed_(automaton.key_first.size() / 64 + 1),
      tried_(automaton.nodes.size()) {}

void Matcher::next_window() {
  forms_.clear();
  std::fill(placed_.begin(), placed_.end(), 0U);
  if (++stamp_ != 0) return;
  std::fill(tried_.begin(), tried_.end(), 0U);
  stamp_ = 1;
}

// Puts down where the symbols stand that phrases are ruled out by; the others are looked for when
// they are asked for.
void Matcher::place_asked() {
  for (std::size_t at = 0; at < forms_.size(); ++at) {
    for (const std::uint32_t symbol : forms_[at]->asked) {
      if (!is_placed(symbol)) places_[symbol] = 0;
      placed_[symbol / 64] |= std::uint64_t{1} << (symbol % 64);
      places_[symbol] |= std::uint64_t{1} << at;
    }
  }
}

// The units of the window that stand for the symbol, as bits.
std::uint64_t Matcher::places_of(std::uint32_t symbol) {
  if (is_placed(symbol)) return places_[symbol];
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < forms_.size(); ++at)
    bits |= std::uint64_t{forms_[at]->has(symbol)} << at;
  placed_[symbol / 64] |= std::uint64_t{1} << (symbol % 64);
  return places_[symbol] = bits;
}

// The units in which the phrase of `node` ends, as bits.
std::uint64_t Matcher::ends_of(std::uint32_t node) {
  struct Step {
    std::uint64_t places = 0;
    int gap = 0;  // before it
  };
  std::array<Step, kWindow> steps;
  std::size_t count = 0;
  while (node != 0) {
    const NodeRow& row = automaton_.nodes[node];
    const std::uint64_t places = places_of(row.symbol);
    if (places == 0 || count == steps.size()) return 0;
    steps[count] = {places, 0};
    node = row.parent;
    if (node != 0 && automaton_.nodes[node].waits > 0) {
      steps[count].gap = automaton_.nodes[node].waits;
      node = automaton_.nodes[node].parent;
    }
    ++count;
  }
  std::uint64_t ends = steps[count - 1].places;
  for (std::size_t left = count - 1; ends != 0 && left > 0; --left) {
    std::uint64_t reach = ends << 1U;
    for (int skipped = 0; skipped < steps[left - 1].gap; ++skipped) reach |= reach << 1U;
    ends = reach & steps[left - 1].places;
  }
  return ends;
}

// Whether the path to `node` reads backwards from unit `at` of the window; the nearest words are
// taken.
bool Matcher::read_back(std::uint32_t node, std::size_t at, std::size_t begin, Match& match) const {
  const NodeRow& row = automaton_.nodes[node];
  if ((places_[row.symbol] >> at & 1U) == 0) return false;
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

void Matcher::add_ends(std::uint32_t node, const Window& window, std::vector<Match>& matches) {
  for (std::uint64_t ends = ends_of(node); ends != 0; ends &= ends - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(ends));
    if (window.begin + at < window.first_end) continue;
    Match match;
    match.last = window.begin + at;
    if (!read_back(node, at, window.begin, match)) continue;
    const NodeRow& row = automaton_.nodes[node];
    for (const OutputRow& output : automaton_.outputs.subspan(row.outputs, row.output_count)) {
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
  place_asked();
  const auto size = static_cast<int>(forms_.size());
  for (int at = 0; at < size; ++at) {
    for (const std::uint32_t symbol : forms_[static_cast<std::size_t>(at)]->keys) {
      const KeyRow* key = &automaton_.keys[automaton_.key_first[symbol]];
      const KeyRow* const end = automaton_.keys.data() + automaton_.key_first[symbol + 1];
      for (; key != end; ++key) {
        if (!is_placed(key->other)) continue;
        const int near = std::max(at + key->from, 0);
        const int far = std::min(at + key->to, size - 1);
        if (near > far || (places_[key->other] >> near & low_bits(far - near + 1)) == 0) continue;
        if (std::exchange(tried_[key->node], stamp_) != stamp_)
          add_ends(key->node, window, matches);
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
