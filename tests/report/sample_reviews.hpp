#pragma once

#include <string>
#include <vector>

#include "lull/model/review.hpp"

namespace lull::testing {

/// A made-up review and the name its golden files have.
struct SampleReview {
  std::string name;
  Review review;
};

Review rich_review();       ///< a silence of thirty days with something in every part
Review sparse_review();     ///< a silence with one page, no mood, no theme, no urge
Review empty_review();      ///< nothing at all
Review unsafe_review();     ///< apart for safety: help first, four parts
Review ten_years_review();  ///< 3,650 entries
std::vector<SampleReview> all_sample_reviews();

/// The rich review with every text of the person's replaced by `text`.
Review review_that_says(const std::string& text);

}  // namespace lull::testing
