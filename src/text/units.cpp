#include "units.hpp"

#include <algorithm>

#include "lull/text/tokens.hpp"

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

Vocabulary::Known Vocabulary::numbered(const WordRow* row) {
  if (row == nullptr) return {};
  Known known;
  known.symbols = automaton_.symbols.subspan(row->symbols, row->symbol_count);
  known.form = forms_.emplace(row, static_cast<std::uint32_t>(forms_.size() + 1)).first->second;
  known.may_be_person =
      std::any_of(known.symbols.begin(), known.symbols.end(),
                  [&](std::uint32_t symbol) { return automaton_.people_root[symbol] != 0; });
  return known;
}

Vocabulary::Known Vocabulary::known_word(std::string_view word) {
  const WordRow* row = automaton_.find(word);
  if (row == nullptr) row = automaton_.find(std::string("~").append(stemmer_.stem(word)));
  return numbered(row);
}

std::vector<Vocabulary::Known> Vocabulary::look_up(std::string_view raw) {
  const std::string folded = fold_word(raw);
  std::vector<Known> parts;
  const WordRow* row = automaton_.find(folded);
  if (row != nullptr && row->spelled_count > 0) {
    for (const AutomatonPiece& piece : automaton_.spelled.subspan(row->spelled, row->spelled_count)) {
      parts.push_back(known_word(automaton_.text(piece.text, piece.length)));
    }
    return parts;
  }
  for (const std::string& part : split_contraction(folded)) {
    const WordRow* known_part = automaton_.find(part);
    if (known_part != nullptr && known_part->spelled_count > 0) {
      for (const AutomatonPiece& piece :
           automaton_.spelled.subspan(known_part->spelled, known_part->spelled_count)) {
        parts.push_back(known_word(automaton_.text(piece.text, piece.length)));
      }
    } else {
      parts.push_back(known_word(part));
    }
  }
  return parts;
}

const std::vector<Vocabulary::Known>& Vocabulary::known(std::string_view raw) {
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
    for (const Known& part : known(within.substr(word->begin, word->end - word->begin))) {
      units.push_back(
          {*word, part.symbols, part.form, part.may_be_person, -1, first && marks.clause, quoted});
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

void Vocabulary::join_people(std::vector<Unit>& units) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < units.size();) {
    std::pair<std::size_t, int> best{0, -1};
    for (std::size_t i = 0; units[at].may_be_person && i < units[at].symbols.size(); ++i) {
      const std::uint32_t node = automaton_.people_root[units[at].symbols[i]];
      if (node == 0) continue;
      const auto found = longest_person(units, at + 1, node);
      if (found.first > best.first) best = found;
    }
    Unit unit = units[at];
    if (best.second >= 0) {
      unit.person = best.second;
      unit.span.end = units[best.first - 1].span.end;
      if (best.first > at + 1) {
        const Known name = known_word(person_word(static_cast<std::size_t>(best.second)));
        unit.symbols = name.symbols;
        unit.form = name.form;
      }
      at = best.first;
    } else {
      ++at;
    }
    units[kept++] = unit;
  }
  units.resize(kept);
}

}  // namespace lull
