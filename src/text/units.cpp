#include "units.hpp"

#include <algorithm>

#include "tokens.hpp"

namespace lull {
namespace {

constexpr std::size_t kMostForms = 100000;

struct Marks {
  bool clause = false;
  bool quote = false;
};

Marks marks_in(std::string_view gap) {
  Marks marks;
  for (std::size_t at = 0; at < gap.size(); ++at) {
    const char c = gap[at];
    if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '\n') marks.clause = true;
    if (c == '-' && gap.size() > 1) marks.clause = true;  // a dash with space, not a hyphen
    if (c == '.' || c == '!' || c == '?') marks.clause = true;
    if (c == '"') marks.quote = !marks.quote;
    if (gap.substr(at, 3) == "\u201C" || gap.substr(at, 3) == "\u201D") marks.quote = !marks.quote;
    if (gap.substr(at, 3) == "\u2014" || gap.substr(at, 3) == "\u2013" ||
        gap.substr(at, 3) == "\u2026") {
      marks.clause = true;
    }
  }
  return marks;
}

}  // namespace

Vocabulary::Symbols Vocabulary::symbols_of(std::string_view word) const {
  const WordRow* row = automaton_.find(word);
  if (row == nullptr) row = automaton_.find(std::string("~").append(stemmer_.stem(word)));
  if (row == nullptr) return {};
  return automaton_.symbols.subspan(row->symbols, row->symbol_count);
}

std::vector<Vocabulary::Symbols> Vocabulary::look_up(std::string_view raw) const {
  const std::string folded = fold_word(raw);
  std::vector<Symbols> parts;
  const WordRow* row = automaton_.find(folded);
  if (row != nullptr && row->spelled_count > 0) {
    for (const Piece& piece : automaton_.spelled.subspan(row->spelled, row->spelled_count)) {
      parts.push_back(symbols_of(automaton_.text(piece.text, piece.length)));
    }
    return parts;
  }
  for (const std::string& part : split_contraction(folded)) {
    const WordRow* known_part = automaton_.find(part);
    if (known_part != nullptr && known_part->spelled_count > 0) {
      for (const Piece& piece :
           automaton_.spelled.subspan(known_part->spelled, known_part->spelled_count)) {
        parts.push_back(symbols_of(automaton_.text(piece.text, piece.length)));
      }
    } else {
      parts.push_back(symbols_of(part));
    }
  }
  return parts;
}

const std::vector<Vocabulary::Symbols>& Vocabulary::known(std::string_view raw) {
  const auto found = seen_.find(raw);
  if (found != seen_.end()) return found->second;
  if (seen_.size() > kMostForms) seen_.clear();
  return seen_.emplace(std::string(raw), look_up(raw)).first->second;
}

std::vector<Unit> Vocabulary::read(std::string_view text, Span sentence) {
  std::vector<Unit> units;
  const std::string_view within = text.substr(0, sentence.end);
  std::size_t from = sentence.begin;
  bool quoted = false;
  for (auto word = next_word(within, from); word; word = next_word(within, from)) {
    const Marks marks = marks_in(within.substr(from, word->begin - from));
    if (marks.quote) quoted = !quoted;
    bool first = true;
    for (const Symbols& symbols : known(within.substr(word->begin, word->end - word->begin))) {
      units.push_back({*word, symbols, -1, first && marks.clause, quoted});
      first = false;
    }
    from = word->end;
  }
  join_people(units);
  return units;
}

// The longest name that begins at `at`: how many units, and whose; {0, -1} for none.
std::pair<std::size_t, int> Vocabulary::longest_person(const std::vector<Unit>& units,
                                                       std::size_t at, std::uint32_t node) const {
  std::pair<std::size_t, int> best{0, -1};
  const NodeRow& row = automaton_.nodes[node];
  if (row.output_count > 0) best = {at, automaton_.outputs[row.outputs].row};
  if (at >= units.size() || (units[at].after_mark && row.output_count > 0)) return best;
  for (const EdgeRow& edge : automaton_.edges.subspan(row.edges, row.edge_count)) {
    if (std::binary_search(units[at].symbols.begin(), units[at].symbols.end(), edge.symbol)) {
      const auto longer = longest_person(units, at + 1, edge.node);
      if (longer.first > best.first) best = longer;
    }
  }
  return best;
}

void Vocabulary::join_people(std::vector<Unit>& units) const {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < units.size();) {
    std::pair<std::size_t, int> best{0, -1};
    for (const std::uint32_t symbol : units[at].symbols) {
      const std::uint32_t node = automaton_.people_root[symbol];
      if (node == 0) continue;
      const auto found = longest_person(units, at + 1, node);
      if (found.first > best.first) best = found;
    }
    Unit unit = units[at];
    if (best.second >= 0) {
      unit.person = best.second;
      unit.span.end = units[best.first - 1].span.end;
      if (best.first > at + 1) unit.symbols = symbols_of(person_word(static_cast<std::size_t>(best.second)));
      at = best.first;
    } else {
      ++at;
    }
    units[kept++] = unit;
  }
  units.resize(kept);
}

}  // namespace lull
