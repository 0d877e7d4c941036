#include "automaton.hpp"

namespace lull {

const WordRow* Automaton::find(std::string_view word) const {
  const std::uint32_t mask = static_cast<std::uint32_t>(buckets.size()) - 1;
  for (std::uint32_t at = hash_of(word) & mask;; at = (at + 1) & mask) {
    if (buckets[at] == 0) return nullptr;
    const WordRow& row = words[buckets[at] - 1];
    if (text(row.text, row.length) == word) return &row;
  }
}

Automaton AutomatonTables::view() const {
  return {pool,      buckets, words,   spelled, symbols, nodes,       edges,  member_first, members,
          key_first, keys,    phrases, steps,   outputs, people_root, people, meanings,     asked};
}

}  // namespace lull
