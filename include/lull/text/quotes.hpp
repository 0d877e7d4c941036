#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lull/model/quote.hpp"

namespace lull {

/// Indices of up to `limit` sentences, the best first: strong, short, and different from each other
/// (maximal marginal relevance; Carbonell and Goldstein, SIGIR 1998; likeness is the share of
/// common stems). A sentence that says the same as one already chosen is not taken.
std::vector<std::size_t> choose_quotes(const std::vector<QuoteCandidate>& candidates,
                                       std::size_t limit);

/// Phrases of two to five words that stand in at least two of the texts, the weightiest first, up
/// to `limit`. The weight is the C-value (Frantzi, Ananiadou and Mima, 2000): longer and more
/// frequent counts more, and what only stands within a longer phrase counts for nothing. A phrase
/// neither begins nor ends with a word like "the" or "was".
std::vector<PhraseCount> repeated_phrases(const std::vector<std::string_view>& texts,
                                          std::size_t limit);

}  // namespace lull
