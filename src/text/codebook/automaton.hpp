#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// A word, a stem ("~argu") or a spelling that the codebook knows, with the symbols it stands for.
struct WordRow {
  std::uint32_t text = 0;  ///< within the pool
  std::uint32_t symbols = 0;
  std::uint16_t length = 0;
  std::uint16_t symbol_count = 0;
  std::uint16_t spelled = 0;        ///< first word of what a misspelling stands for
  std::uint16_t spelled_count = 0;  ///< 0: this is no misspelling
};

struct AutomatonPiece {
  std::uint32_t text = 0;
  std::uint32_t length = 0;
};

/// A state of reading the name of a person, word by word.
struct NodeRow {
  std::uint32_t edges = 0;
  std::uint16_t edge_count = 0;
  std::int16_t person = -1;  ///< whose name ends here; -1: none does
};

struct EdgeRow {
  std::uint32_t symbol = 0;
  std::uint32_t node = 0;
};

/// A word of a phrase. Phrases are read from their ends: `gap` is how many words of any kind may
/// stand between it and the next step, which is a word before it.
struct StepRow {
  std::uint16_t symbol = 0;
  std::uint8_t gap = 0;
};

/// A symbol whose absence rules a phrase out, with where it must stand, counted in units from the
/// phrase's rarest symbol.
struct Companion {
  std::uint16_t symbol = 0;
  std::int8_t from = 0;
  std::int8_t to = 0;  ///< included

  bool operator==(const Companion&) const = default;
};

/// Phrases of one rarest symbol that the same companion most often rules out.
struct KeyRow {
  Companion companion;
  std::uint32_t phrases = 0;  ///< the first; they end where those of the next key begin
};

/// The keys that are filed under one symbol.
struct KeySpan {
  std::uint32_t first = 0;
  std::uint32_t end = 0;  ///< not included
};

/// A phrase; `next` rules it out most often where its key didn't.
struct PhraseRow {
  Companion next;
  std::uint32_t steps = 0;
  std::uint32_t outputs = 0;
  std::uint8_t step_count = 0;
  std::uint8_t output_count = 0;
};

/// What a phrase means, when it is found.
struct OutputRow {
  std::uint16_t row = 0;
  std::uint8_t negatable = 0;
};

struct MeaningRow {
  std::uint32_t id = 0;
  std::uint16_t id_length = 0;
  std::uint8_t kind = 0;
  std::uint8_t detail = 0;
  std::uint8_t who = 0;
  std::uint8_t whose = 0;
  float weight = 0;
};

/// Every phrase of a codebook as one automaton over words, in flat tables that need no loading.
struct Automaton {
  std::string_view pool;
  std::span<const std::uint32_t>
      buckets;  ///< of words by hash: index + 1, 0 for none; a power of two
  std::span<const WordRow> words;
  std::span<const AutomatonPiece> spelled;
  std::span<const std::uint32_t> symbols;
  std::span<const NodeRow> nodes;
  std::span<const EdgeRow> edges;               ///< of each node by symbol
  std::span<const std::uint32_t> member_first;  ///< by symbol, and one more: where its words begin
  std::span<const std::uint16_t> members;    ///< the numbers of the words that stand for a symbol
  std::span<const std::uint32_t> key_first;  ///< by symbol, and one more: where its keys begin
  std::span<const KeyRow> keys;              ///< and one more
  std::span<const PhraseRow> phrases;
  std::span<const StepRow> steps;
  std::span<const OutputRow> outputs;
  std::span<const std::uint32_t> people_root;  ///< by symbol: the first state of names for people
  std::span<const AutomatonPiece>
      people;  ///< names of the people slots; their symbols come first, from 0
  std::span<const MeaningRow> meanings;
  std::uint32_t asked = 0;  ///< of the symbols, those below are the ones that keys ask for

  std::string_view text(std::uint32_t at, std::size_t length) const {
    return pool.substr(at, length);
  }
  const WordRow* find(std::string_view word) const;
  std::span<const std::uint16_t> members_of(std::uint32_t symbol) const {
    const std::uint32_t first = member_first[symbol];
    return members.subspan(first, member_first[symbol + 1] - first);
  }
};

/// The word that stands for a person slot among the words: no text has it.
inline std::string person_word(std::size_t person) {
  return std::string("@").append(std::to_string(person));
}

/// FNV-1a.
constexpr std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return hash;
}

/// The tables' owner, for a codebook compiled at run time.
struct AutomatonTables {
  std::string pool;
  std::vector<std::uint32_t> buckets;
  std::vector<WordRow> words;
  std::vector<AutomatonPiece> spelled;
  std::vector<std::uint32_t> symbols;
  std::vector<NodeRow> nodes;
  std::vector<EdgeRow> edges;
  std::vector<std::uint32_t> member_first;
  std::vector<std::uint16_t> members;
  std::vector<std::uint32_t> key_first;
  std::vector<KeyRow> keys;
  std::vector<PhraseRow> phrases;
  std::vector<StepRow> steps;
  std::vector<OutputRow> outputs;
  std::vector<std::uint32_t> people_root;
  std::vector<AutomatonPiece> people;
  std::vector<MeaningRow> meanings;
  std::uint32_t asked = 0;

  Automaton view() const;
};

}  // namespace lull
