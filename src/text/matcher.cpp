#include "matcher.hpp"

#include <algorithm>

namespace lull {

void Matcher::enter(std::uint32_t node, std::uint32_t first, std::uint64_t words, std::size_t at,
                    std::vector<Match>& matches) {
  const auto same = [&](const Open& open) { return open.node == node && open.first == first; };
  if (std::any_of(next_.begin(), next_.end(), same)) return;
  const NodeRow& row = automaton_.nodes[node];
  for (const OutputRow& output : automaton_.outputs.subspan(row.outputs, row.output_count)) {
    matches.push_back({output.row, output.negatable != 0, first, at, words});
  }
  next_.push_back({node, first, words, 0});
  for (const std::uint32_t gap : automaton_.waiting.subspan(row.waiting, row.waiting_count)) {
    next_.push_back({gap, first, words, automaton_.nodes[gap].waits});
  }
}

void Matcher::follow(const Open& open, const Unit& unit, std::size_t at,
                     std::vector<Match>& matches) {
  const NodeRow& row = automaton_.nodes[open.node];
  const auto edges = automaton_.edges.subspan(row.edges, row.edge_count);
  const std::uint64_t words = open.words | (std::uint64_t{1} << (at - open.first));
  const auto take = [&](const EdgeRow& edge) { enter(edge.node, open.first, words, at, matches); };
  const auto before = [](const EdgeRow& edge, std::uint32_t symbol) {
    return edge.symbol < symbol;
  };
  if (edges.size() > unit.symbols.size()) {
    for (const std::uint32_t symbol : unit.symbols) {
      const auto edge = std::lower_bound(edges.begin(), edges.end(), symbol, before);
      if (edge != edges.end() && edge->symbol == symbol) take(*edge);
    }
  } else {
    for (const EdgeRow& edge : edges) {
      if (std::binary_search(unit.symbols.begin(), unit.symbols.end(), edge.symbol)) take(edge);
    }
  }
}

std::vector<Match> Matcher::find(const std::vector<Unit>& units) {
  std::vector<Match> matches;
  open_.clear();
  for (std::size_t at = 0; at < units.size(); ++at) {
    next_.clear();
    for (const Open& open : open_) {
      if (at - open.first > 63) continue;
      follow(open, units[at], at, matches);
    }
    for (const std::uint32_t symbol : units[at].symbols) {
      const std::uint32_t node = automaton_.root[symbol];
      if (node != 0) enter(node, static_cast<std::uint32_t>(at), 1, at, matches);
    }
    for (const Open& open : open_) {
      if (open.left > 0)
        next_.push_back(
            {open.node, open.first, open.words, static_cast<std::uint8_t>(open.left - 1)});
    }
    std::swap(open_, next_);
  }
  return matches;
}

}  // namespace lull
