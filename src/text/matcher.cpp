#include "matcher.hpp"

#include <algorithm>

namespace lull {
namespace {

constexpr std::size_t kFewSteps = 1U << 8U;
constexpr std::size_t kMostSteps = 1U << 19U;
constexpr std::size_t kMostSets = 1U << 17U;
constexpr std::size_t kMostOpen = 1U << 22U;

// The finaliser of MurmurHash3.
std::uint64_t mixed(std::uint64_t key) {
  key = (key ^ (key >> 33U)) * 0xff51afd7ed558ccdU;
  key = (key ^ (key >> 33U)) * 0xc4ceb9fe1a85ec53U;
  return key ^ (key >> 33U);
}

bool stands_for(const Unit& unit, std::uint32_t symbol) {
  return std::binary_search(unit.symbols.begin(), unit.symbols.end(), symbol);
}

bool is_before(const EdgeRow& edge, std::uint32_t symbol) { return edge.symbol < symbol; }

}  // namespace

Matcher::Matcher(const Automaton& automaton) : automaton_(automaton), steps_(kFewSteps) {
  forget();
}

// Set 0 is the empty one, with which every sentence begins.
void Matcher::forget() {
  open_.clear();
  ends_.clear();
  sets_.assign(1, Set{});
  numbers_.clear();
  steps_.assign(steps_.size(), Step{});
}

void Matcher::open(std::uint32_t node, std::uint32_t left, std::vector<Open>& opened) const {
  const auto same = std::find_if(opened.begin(), opened.end(),
                                 [&](const Open& other) { return other.node == node; });
  if (same == opened.end()) {
    opened.push_back({node, left});
  } else {
    same->left = std::max(same->left, left);
  }
}

void Matcher::enter(std::uint32_t node, std::vector<Open>& opened) const {
  const NodeRow& row = automaton_.nodes[node];
  open(node, 0, opened);
  for (const std::uint32_t gap : automaton_.waiting.subspan(row.waiting, row.waiting_count)) {
    open(gap, automaton_.nodes[gap].waits, opened);
  }
}

std::uint32_t Matcher::number_of(const std::vector<Open>& opened) {
  if (opened.empty()) return 0;
  std::uint64_t hash = 1469598103934665603U;
  for (const Open& item : opened) hash = (hash ^ (item.node * 16U + item.left)) * 1099511628211U;
  const auto [begin, end] = numbers_.equal_range(hash);
  for (auto known = begin; known != end; ++known) {
    const Set& set = sets_[known->second];
    if (set.count == opened.size() &&
        std::equal(opened.begin(), opened.end(),
                   open_.begin() + static_cast<std::ptrdiff_t>(set.first))) {
      return known->second;
    }
  }
  Set set{static_cast<std::uint32_t>(open_.size()), static_cast<std::uint32_t>(opened.size()),
          static_cast<std::uint32_t>(ends_.size()), 0};
  for (const Open& item : opened) {
    if (automaton_.nodes[item.node].output_count > 0) ends_.push_back(item.node);
  }
  set.end_count = static_cast<std::uint32_t>(ends_.size()) - set.first_end;
  open_.insert(open_.end(), opened.begin(), opened.end());
  sets_.push_back(set);
  const auto number = static_cast<std::uint32_t>(sets_.size() - 1);
  numbers_.emplace(hash, number);
  return number;
}

std::uint32_t Matcher::work_out(std::uint32_t set, const Unit& unit) {
  std::vector<Open> opened;
  for (std::uint32_t i = sets_[set].first; i < sets_[set].first + sets_[set].count; ++i) {
    const Open item = open_[i];
    const NodeRow& row = automaton_.nodes[item.node];
    const auto edges = automaton_.edges.subspan(row.edges, row.edge_count);
    if (edges.size() <= unit.symbols.size()) {
      for (const EdgeRow& edge : edges) {
        if (stands_for(unit, edge.symbol)) enter(edge.node, opened);
      }
    } else {
      for (const std::uint32_t symbol : unit.symbols) {
        const auto edge = std::lower_bound(edges.begin(), edges.end(), symbol, is_before);
        if (edge != edges.end() && edge->symbol == symbol) enter(edge->node, opened);
      }
    }
    if (item.left > 0) open(item.node, item.left - 1, opened);
  }
  for (const std::uint32_t symbol : unit.symbols) {
    if (automaton_.root[symbol] != 0) enter(automaton_.root[symbol], opened);
  }
  std::sort(opened.begin(), opened.end(),
            [](const Open& left, const Open& right) { return left.node < right.node; });
  return number_of(opened);
}

std::uint32_t Matcher::step(std::uint32_t set, const Unit& unit) {
  const std::uint64_t key = (std::uint64_t{set} << 32U) | unit.form;
  const std::size_t slot = mixed(key) & (steps_.size() - 1);
  if (steps_[slot].key == key) return steps_[slot].set;
  if (steps_[slot ^ 1U].key == key) return steps_[slot ^ 1U].set;
  const std::uint32_t next = work_out(set, unit);
  steps_[slot ^ 1U] = steps_[slot];
  steps_[slot] = {key, next};
  if (++misses_ > steps_.size() / 2 && steps_.size() < kMostSteps) {
    steps_.assign(steps_.size() * 8, Step{});
    misses_ = 0;
  }
  return next;
}

// Whether the path to `node` reads backwards from unit `at`; the nearest words are taken.
bool Matcher::read_back(std::uint32_t node, const std::vector<Unit>& units, std::size_t at,
                        Match& match) const {
  const NodeRow& row = automaton_.nodes[node];
  if (!stands_for(units[at], row.symbol) || match.last - at > 63) return false;
  std::uint32_t before = row.parent;
  std::size_t gap = 0;
  if (before != 0 && automaton_.nodes[before].waits > 0) {
    gap = automaton_.nodes[before].waits;
    before = automaton_.nodes[before].parent;
  }
  bool found = before == 0;
  if (found) match.first = at;
  for (std::size_t skipped = 0; !found && skipped <= gap && skipped < at; ++skipped) {
    found = read_back(before, units, at - 1 - skipped, match);
  }
  if (found) match.words |= std::uint64_t{1} << (at - match.first);
  return found;
}

void Matcher::report(std::uint32_t node, const std::vector<Unit>& units, std::size_t last,
                     std::vector<Match>& matches) const {
  const NodeRow& row = automaton_.nodes[node];
  Match match;
  match.last = last;
  if (!read_back(node, units, last, match)) return;
  for (const OutputRow& output : automaton_.outputs.subspan(row.outputs, row.output_count)) {
    match.row = output.row;
    match.negatable = output.negatable != 0;
    matches.push_back(match);
  }
}

std::vector<Match> Matcher::find(const std::vector<Unit>& units) {
  std::vector<Match> matches;
  if (sets_.size() > kMostSets || open_.size() > kMostOpen) forget();
  std::uint32_t set = 0;
  for (std::size_t at = 0; at < units.size(); ++at) {
    set = step(set, units[at]);
    const Set& now = sets_[set];
    for (std::uint32_t i = now.first_end; i < now.first_end + now.end_count; ++i) {
      report(ends_[i], units, at, matches);
    }
  }
  return matches;
}

}  // namespace lull
