#pragma once

#include <cstdint>
#include <span>
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

/// All phrases in a sentence, by their last unit. Each phrase is filed under the rarest word it
/// needs, with others that need the same second one in the same places (the automaton's keys), so
/// that only those are tried that have both, and a third one where it must stand; where the words
/// of such a phrase stand is then gathered as bits, and it is followed through all its places at
/// once (bit-parallel matching with gaps: Navarro and Raffinot, Flexible Pattern Matching in
/// Strings, 4).
class Matcher {
 public:
  explicit Matcher(const Automaton& automaton);

  /// Puts the phrases in the place of what `matches` held. The units are of one Vocabulary, always
  /// the same one.
  void find(const std::vector<Unit>& units, std::vector<Match>& matches);

 private:
  // Units that are read together, and the first of those in which a phrase may end.
  struct Window {
    std::size_t begin = 0, end = 0, first_end = 0;
  };

  using Steps = std::span<const StepRow>;

  void find_in(const std::vector<Unit>& units, const Window& window, std::vector<Match>& matches);
  void try_phrase(std::uint32_t number, int rarest, const Window& window,
                  std::vector<Match>& matches);
  void next_window();
  void place_words();
  std::uint64_t places_of(std::uint32_t symbol);
  std::uint64_t ends_of(Steps steps);
  bool read_back(Steps steps, std::size_t at, std::size_t begin, Match& match) const;

  const Automaton& automaton_;
  std::vector<std::uint64_t> places_;  // by symbol: bit n for unit n of the window, once placed
  std::vector<std::uint64_t> placed_;  // bit n: it is known where symbol n stands in the window
  std::vector<std::uint64_t> word_places_;  // by word: bit n for unit n of the window
  std::vector<std::uint32_t> touched_;      // the phrases that were tried
  std::vector<std::uint64_t> tried_;        // bit n: phrase n was tried in the window
  std::vector<const Form*> forms_;          // of the window's units
};

}  // namespace lull
