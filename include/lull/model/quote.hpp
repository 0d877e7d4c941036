#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lull {

/// A sentence that could be quoted for a theme.
struct QuoteCandidate {
  std::string_view sentence;
  double strength = 0;  ///< of its evidence, over 0 up to 1
};

/// Two to five words that a writer keeps coming back to.
struct PhraseCount {
  std::string phrase;  ///< folded: lower case, one space between words
  std::size_t times = 0;
  std::size_t texts = 0;  ///< in how many of the texts
  double weight = 0;      ///< C-value
};

}  // namespace lull
