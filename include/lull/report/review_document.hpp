#pragma once

#include "lull/model/review.hpp"
#include "lull/report/document.hpp"

namespace lull {

/// `screen` is what fits one screen: the silence, the three strongest themes with a quotation each,
/// what has changed, what is open. `full` is all ten parts.
enum class ReviewDepth { screen, full };

/// Puts a review into words. Parts and charts that have nothing to say are left out, and parts are
/// numbered as they come. With `review.safety` help comes first and only the silence, the writing,
/// the decision (without going back) and the method follow. With `review.anonymous` no name that is
/// kept apart from the text (alias, who talked) appears; names within the text were replaced
/// before.
Document to_document(const Review& review, ReviewDepth depth = ReviewDepth::full);

}  // namespace lull
