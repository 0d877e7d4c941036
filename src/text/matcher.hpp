#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
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

/// All phrases in a sentence, by their last unit. Sets of open phrases are numbered when they are
/// first seen and where each word leads from them is remembered, so that a text costs one step a
/// word, however many phrases there are; the words of a phrase that ended are then read backwards
/// along its path. (Lazy determinisation: Aho, Sethi, Ullman, Compilers, 3.7; as in grep and RE2.)
class Matcher {
 public:
  explicit Matcher(const Automaton& automaton);

  /// The units of one Vocabulary, always the same one.
  std::vector<Match> find(const std::vector<Unit>& units);

 private:
  struct Open {
    std::uint32_t node = 0;
    std::uint32_t left = 0;  // how many more words a gap may take

    friend bool operator==(const Open&, const Open&) = default;
  };
  struct Set {
    std::uint32_t first = 0;  // within open_
    std::uint32_t count = 0;
    std::uint32_t first_end = 0;  // within ends_: the states in which a phrase ends
    std::uint32_t end_count = 0;
  };
  struct Step {
    std::uint64_t key = ~std::uint64_t{0};
    std::uint32_t set = 0;
  };

  void forget();
  std::uint32_t step(std::uint32_t set, const Unit& unit);
  std::uint32_t work_out(std::uint32_t set, const Unit& unit);
  std::uint32_t number_of(const std::vector<Open>& opened);
  void open(std::uint32_t node, std::uint32_t left, std::vector<Open>& opened) const;
  void enter(std::uint32_t node, std::vector<Open>& opened) const;
  void report(std::uint32_t node, const std::vector<Unit>& units, std::size_t last,
              std::vector<Match>& matches) const;
  bool read_back(std::uint32_t node, const std::vector<Unit>& units, std::size_t at,
                 Match& match) const;

  const Automaton& automaton_;
  std::vector<Open> open_;
  std::vector<Set> sets_;
  std::vector<std::uint32_t> ends_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> numbers_;  // a set's hash, and its number
  std::vector<Step> steps_;
  std::size_t misses_ = 0;
};

}  // namespace lull
