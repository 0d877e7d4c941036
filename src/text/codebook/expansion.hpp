#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pattern.hpp"
#include "source.hpp"
#include "symbols.hpp"

namespace lull {

/// A step of a phrase: one word that stands for `symbol`, or, when `gap` is over 0, up to so many
/// of any kind.
struct Step {
  std::uint32_t symbol = 0;
  int gap = 0;

  friend bool operator==(const Step&, const Step&) = default;
  friend bool operator<(const Step& left, const Step& right) {
    return left.symbol != right.symbol ? left.symbol < right.symbol : left.gap < right.gap;
  }
};
using Steps = std::vector<Step>;

/// Writes phrases out as plain lists of steps: brackets, slots and misspellings are gone.
class Expansion {
 public:
  Expansion(const CodebookSource& source, Symbols& symbols) : source_(source), symbols_(symbols) {}

  /// Throws std::invalid_argument with the reason.
  std::vector<Steps> expand(const std::string& phrase);

 private:
  std::vector<Steps> of(const Pattern& pattern);
  std::vector<Steps> of_sequence(const Pattern& pattern);
  std::vector<Steps> of_choice(const Pattern& pattern);
  std::vector<Steps> of_slot(const std::string& name);
  Steps of_word(const std::string& word);
  std::vector<Steps> merged(const std::vector<Steps>& ways);

  const CodebookSource& source_;
  Symbols& symbols_;
  std::map<std::string, std::vector<Steps>> slots_;
};

}  // namespace lull
