#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codebook/automaton.hpp"
#include "lull/model/theme.hpp"
#include "lull/text/stems.hpp"

namespace lull {

/// What the automaton reads: a word, one of the words a contraction is made of, or all the words
/// that name a person ("my ex boyfriend").
struct Unit {
  Span span;
  std::span<const std::uint32_t> symbols;
  std::uint32_t form = 0;      ///< the same number for the same symbols, within one Vocabulary
  bool may_be_person = false;  ///< a name for a person may begin here
  int person = -1;             ///< index into the automaton's people, -1 for a word
  bool after_mark = false;     ///< a comma, dash or bracket stands before it
  bool quoted = false;         ///< within quotation marks
};

/// Reads words as the codebook knows them. Remembers each form it has seen, so that a text is
/// stemmed once a form and not once a word.
class Vocabulary {
 public:
  explicit Vocabulary(const Automaton& automaton) : automaton_(automaton) {}

  /// The units of a sentence, people already joined.
  std::vector<Unit> read(std::string_view text, Span sentence);

 private:
  struct Known {
    std::span<const std::uint32_t> symbols;
    std::uint32_t form = 0;
    bool may_be_person = false;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  const std::vector<Known>& known(std::string_view raw);
  std::vector<Known> look_up(std::string_view raw);
  Known known_word(std::string_view word);
  Known numbered(const WordRow* row);
  void join_people(std::vector<Unit>& units);
  std::pair<std::size_t, int> longest_person(const std::vector<Unit>& units, std::size_t at,
                                             std::uint32_t node) const;

  const Automaton& automaton_;
  Stemmer stemmer_;
  std::unordered_map<std::string, std::vector<Known>, Hash, std::equal_to<>> seen_;
  std::unordered_map<const WordRow*, std::uint32_t> forms_;
};

}  // namespace lull
