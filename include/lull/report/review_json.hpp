#pragma once

#include <iosfwd>

#include "lull/model/review.hpp"

namespace lull {

/// Writes the review's facts as `lull.review/1`, described in docs/review-json.md and
/// docs/review.schema.json. Every key is always there; what is not known is null. Moments carry
/// their offset. With `review.anonymous` names that are kept apart from the text are null.
void write_review_json(const Review& review, std::ostream& out);

}  // namespace lull
