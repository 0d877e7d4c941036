#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/review.hpp"
#include "lull/store/store.hpp"
#include "lull/text/codebook.hpp"

namespace lull {

/// What a review is to cover. Nothing set: the newest quiet period, or all writing where there was
/// none.
struct ReviewRequest {
  std::optional<DaySpan> days;
  bool preview = false;
  std::optional<std::int64_t> period;  ///< number of a quiet period, instead of the newest
  bool looking_breaks = false;
  bool anonymous = false;
  std::vector<std::string> names;  ///< left out with the alias when `anonymous`
  std::string country;             ///< of the helplines; empty when it is not known
  Codebook codebook = Codebook::built_in();
};

/// Gathers the facts of a review. Throws Error{refused} before the silence is over, unless a
/// preview or days were asked for; its message says when it opens.
Review gather_review(Store& store, const Clock& clock, const DayRule& rule,
                     const ReviewRequest& request);

}  // namespace lull
