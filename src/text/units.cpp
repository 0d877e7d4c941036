#include "units.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <utility>

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

Vocabulary::Vocabulary(const Automaton& automaton)
    : automaton_(automaton), linked_(automaton.key_first.size()) {
  for (const EdgeRow& edge : automaton.edges) linked_[edge.symbol] = true;
  for (std::size_t i = 0; i < automaton.people.size(); ++i) {
    const std::string_view name =
        automaton.text(automaton.people[i].text, automaton.people[i].length);
    if (name == "named") named_ = static_cast<int>(i);
    if (name == "other") other_ = static_cast<int>(i);
    has_noun_.push_back(name.starts_with("other") || name.starts_with("love") || name == "folk" ||
                        name == "rival" || name == "generic");
    people_.push_back(known_word(person_word(i)));
  }
}

std::size_t Vocabulary::Hash::operator()(std::string_view word) const {
  std::uint64_t hash = word.size();
  while (!word.empty()) {
    std::uint64_t part = 0;
    const std::size_t size = std::min<std::size_t>(word.size(), 8);
    std::memcpy(&part, word.data(), size);
    word.remove_prefix(size);
    hash = (hash ^ part) * 0xff51afd7ed558ccdU;
    hash ^= hash >> 33U;
  }
  return hash;
}

const Form* Vocabulary::ready(const WordRow* row) {
  if (row == nullptr) return &unknown_;
  const auto [known, added] = forms_.try_emplace(row);
  Form& form = known->second;
  if (!added) return &form;
  form.symbols = automaton_.symbols.subspan(row->symbols, row->symbol_count);
  form.word[form.word_count++] = static_cast<std::uint16_t>(row - automaton_.words.data());
  make_ready(form);
  return &form;
}

void Vocabulary::make_ready(Form& form) const {
  for (const std::uint32_t symbol : form.symbols) {
    const KeySpan keys{automaton_.key_first[symbol], automaton_.key_first[symbol + 1]};
    if (keys.first < keys.end) form.keys.push_back(keys);
    if (linked_[symbol]) form.links.push_back(symbol);
    if (symbol < automaton_.asked) form.asked.push_back(static_cast<std::uint16_t>(symbol));
    if (automaton_.people_root[symbol] != 0) form.names.push_back(automaton_.people_root[symbol]);
  }
  std::sort(form.names.begin(), form.names.end());
}

// "My old friends" is a person, and friends besides.
const Form* Vocabulary::person_form(int person, const Form* last) {
  const Form* whole = people_[static_cast<std::size_t>(person)];
  if (!has_noun_[static_cast<std::size_t>(person)]) return whole;
  const auto [known, added] = person_forms_.try_emplace({person, last});
  Form& form = known->second;
  if (!added) return &form;
  std::set_union(whole->symbols.begin(), whole->symbols.end(), last->symbols.begin(),
                 last->symbols.end(), std::back_inserter(form.own));
  form.symbols = form.own;
  form.word = whole->word;
  form.word_count = whole->word_count;
  for (const std::uint16_t word : last->words()) {
    if (form.word_count < form.word.size()) form.word[form.word_count++] = word;
  }
  make_ready(form);
  return &form;
}

const Form* Vocabulary::known_word(std::string_view word) {
  const WordRow* row = automaton_.find(word);
  if (row == nullptr) row = automaton_.find(std::string("~").append(stemmer_.stem(word)));
  return ready(row);
}

void Vocabulary::add_part(std::string_view part, std::vector<const Form*>& parts) {
  const WordRow* row = automaton_.find(part);
  if (row == nullptr || row->spelled_count == 0) {
    parts.push_back(known_word(part));
    return;
  }
  for (const AutomatonPiece& piece : automaton_.spelled.subspan(row->spelled, row->spelled_count))
    parts.push_back(known_word(automaton_.text(piece.text, piece.length)));
}

Vocabulary::Seen Vocabulary::look_up(std::string_view raw) {
  const std::string folded = fold_word(raw);
  const LanguageCount language = language_of(folded);
  std::vector<const Form*> parts;
  const WordRow* row = automaton_.find(folded);
  if (row != nullptr && row->spelled_count > 0) {
    add_part(folded, parts);
  } else {
    for (const std::string& part : split_contraction(folded)) add_part(part, parts);
  }
  Seen seen{nullptr, 0, language.words > 0, language.common > 0, language.foreign > 0};
  if (parts.size() == 1) {
    seen.only = parts.front();
  } else {
    seen.parts = static_cast<std::uint32_t>(parts_.size());
    parts_.push_back(std::move(parts));
  }
  return seen;
}

Vocabulary::Seen Vocabulary::remembered(std::string_view raw) {
  const auto found = seen_.find(raw);
  if (found != seen_.end()) return found->second;
  if (seen_.size() > kMostForms) {
    seen_.clear();
    parts_.clear();
    recent_.assign(recent_.size(), {});
  }
  return seen_.emplace(std::string(raw), look_up(raw)).first->second;
}

Vocabulary::Seen Vocabulary::known(std::string_view raw) {
  std::array<std::uint64_t, 2> letters{};
  if (raw.size() > sizeof letters) return remembered(raw);
  std::memcpy(letters.data(), raw.data(), raw.size());
  // A line needs few places, a book many.
  if (seen_.size() > recent_.size() && recent_.size() < kMostRecent)
    recent_.assign(recent_.size() * 8, {});
  const std::uint64_t mixed = (letters[0] ^ (letters[1] * 31)) * 0x9e3779b97f4a7c15U;
  Recent& recent = recent_[(mixed >> 32U) & (recent_.size() - 1)];
  if (recent.letters != letters) recent = {letters, remembered(raw)};
  return recent.seen;
}

std::span<const Form* const> Vocabulary::parts_of(const Seen& seen) const {
  if (seen.only != nullptr) return std::span(&seen.only, 1);
  return parts_[seen.parts];
}

bool Vocabulary::add_name(std::string_view raw, TextSpan span, bool after_mark, bool quoted,
                          std::vector<Unit>& units) {
  if (!gathers_ || named_ < 0 || other_ < 0 || !begins_like_a_name(raw)) return false;
  const std::string_view name = without_ending(raw);
  if (!names_.holds(name)) return false;
  const int person = names_.is_other(name) ? other_ : named_;
  units.push_back({span, people_[static_cast<std::size_t>(person)], person, after_mark, quoted});
  if (name.size() < raw.size()) units.push_back({span, known_word("'s"), -1, false, quoted});
  return true;
}

void Vocabulary::begin_passage() {
  names_.clear();
  gathers_ = true;
}

bool Vocabulary::names_someone(std::string_view text, TextSpan sentence) const {
  const std::string_view within = text.substr(0, sentence.end);
  for (auto word = next_word(within, sentence.begin); word; word = next_word(within, word->end)) {
    const std::string_view raw = within.substr(word->begin, word->end - word->begin);
    if (begins_like_a_name(raw) && names_.holds(without_ending(raw))) return true;
  }
  return false;
}

LanguageCount Vocabulary::read(std::string_view text, TextSpan sentence, std::vector<Unit>& units) {
  units.clear();
  LanguageCount language;
  const std::string_view within = text.substr(0, sentence.end);
  std::size_t from = sentence.begin;
  bool quoted = false;
  std::string_view before;
  for (auto word = next_word(within, from); word; word = next_word(within, from)) {
    const Marks marks = marks_in(within.substr(from, word->begin - from));
    if (marks.quote) quoted = !quoted;
    const std::string_view raw = within.substr(word->begin, word->end - word->begin);
    from = word->end;
    const std::string_view previous = std::exchange(before, raw);
    const Seen seen = known(raw);
    language.words += seen.counts ? 1 : 0;
    language.common += seen.common ? 1 : 0;
    language.foreign += seen.foreign ? 1 : 0;
    if (add_name(raw, *word, marks.clause, quoted, units)) continue;
    bool first = true;
    for (const Form* part : parts_of(seen)) {
      units.push_back({*word, part, -1, first && marks.clause, quoted});
      first = false;
    }
    if (gathers_ && begins_like_a_name(raw)) {
      const auto parts = parts_of(seen);
      const bool is_known = !parts.empty() && !parts.front()->symbols.empty();
      names_.meet(without_ending(raw), previous, is_known);
    }
  }
  join_people(units);
  return language;
}

// The longest name that begins at `at`: how many units, and whose; {0, -1} for none.
std::pair<std::size_t, int> Vocabulary::longest_person(const std::vector<Unit>& units,
                                                       std::size_t at, std::uint32_t node) const {
  std::pair<std::size_t, int> best{0, -1};
  const NodeRow& row = automaton_.nodes[node];
  if (row.person >= 0) best = {at, row.person};
  if (at >= units.size() || (units[at].after_mark && row.person >= 0)) return best;
  const auto edges = automaton_.edges.subspan(row.edges, row.edge_count);
  std::uint32_t through = 0;
  for (const std::uint32_t symbol : units[at].form->links) {
    const auto edge = std::lower_bound(
        edges.begin(), edges.end(), symbol,
        [](const EdgeRow& one, std::uint32_t other) { return one.symbol < other; });
    if (edge == edges.end() || edge->symbol != symbol) continue;
    const auto other = longest_person(units, at + 1, edge->node);
    if (other.first < best.first || (other.first == best.first && edge->node > through)) continue;
    best = other;
    through = edge->node;
  }
  return best;
}

void Vocabulary::join_people(std::vector<Unit>& units) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < units.size();) {
    std::pair<std::size_t, int> best{0, -1};
    for (const std::uint32_t node : units[at].form->names) {
      const auto found = longest_person(units, at + 1, node);
      if (found.first > best.first) best = found;
    }
    Unit unit = units[at];
    if (best.second >= 0) {
      unit.person = best.second;
      unit.span.end = units[best.first - 1].span.end;
      if (best.first > at + 1) unit.form = person_form(best.second, units[best.first - 1].form);
      at = best.first;
    } else {
      ++at;
    }
    units[kept++] = unit;
  }
  units.resize(kept);
}

}  // namespace lull
