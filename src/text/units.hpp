#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codebook/automaton.hpp"
#include "lull/model/theme.hpp"
#include "stems.hpp"

namespace lull {

/// What the automaton reads: a word, one of the words a contraction is made of, or all the words
/// that name a person ("my ex boyfriend").
struct Unit {
  Span span;
  std::span<const std::uint32_t> symbols;
  int person = -1;          ///< index into the automaton's people, -1 for a word
  bool after_mark = false;  ///< a comma, dash or bracket stands before it
  bool quoted = false;      ///< within quotation marks
};

/// Reads words as the codebook knows them. Remembers each form it has seen, so that a text is
/// stemmed once a form and not once a word.
class Vocabulary {
 public:
  explicit Vocabulary(const Automaton& automaton) : automaton_(automaton) {}

  /// The units of a sentence, people already joined.
  std::vector<Unit> read(std::string_view text, Span sentence);

 private:
  using Symbols = std::span<const std::uint32_t>;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  const std::vector<Symbols>& known(std::string_view raw);
  std::vector<Symbols> look_up(std::string_view raw) const;
  Symbols symbols_of(std::string_view word) const;
  void join_people(std::vector<Unit>& units) const;
  std::pair<std::size_t, int> longest_person(const std::vector<Unit>& units, std::size_t at,
                                             std::uint32_t node) const;

  const Automaton& automaton_;
  Stemmer stemmer_;
  std::unordered_map<std::string, std::vector<Symbols>, Hash, std::equal_to<>> seen_;
};

}  // namespace lull
