#pragma once

#include <cstdint>
#include <vector>

#include "codebook/automaton.hpp"
#include "units.hpp"

namespace lull {

/// A phrase of the codebook, found in a sentence.
struct Match {
  std::uint16_t row = 0;  ///< which of the automaton's meanings
  bool negatable = true;
  std::size_t first = 0;    ///< index of its first unit
  std::size_t last = 0;     ///< index of its last unit, included
  std::uint64_t words = 0;  ///< bit n: unit first + n is one of its words, not of its gaps
};

/// All phrases in a sentence, by their last unit. The work depends on the sentence: on how many
/// phrases are open at each word, never on how many there are.
class Matcher {
 public:
  explicit Matcher(const Automaton& automaton) : automaton_(automaton) {}

  std::vector<Match> find(const std::vector<Unit>& units);

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t first;
    std::uint64_t words;
    std::uint8_t left;  // how many more words a gap may take
  };

  void enter(std::uint32_t node, std::uint32_t first, std::uint64_t words, std::size_t at,
             std::vector<Match>& matches);
  void follow(const Open& open, const Unit& unit, std::size_t at, std::vector<Match>& matches);

  const Automaton& automaton_;
  std::vector<Open> open_;
  std::vector<Open> next_;
};

}  // namespace lull
