#pragma once

#include <string>
#include <vector>

#include "lull/base/calendar.hpp"
#include "lull/model/review.hpp"

namespace lull {

/// How wide a step of a chart over time is.
enum class BucketSize { day, week, month, quarter, year };

struct Bucket {
  DaySpan days;
  std::string label;  ///< "3 Oct", "Oct 2026", "Oct–Dec 2026", "2026"
};

/// The finest step from `finest` on that cuts the span into at most `most` pieces, or years.
BucketSize step_for(DaySpan span, BucketSize finest, int most);
std::string_view step_name(BucketSize step);  ///< "week"
int days_in(BucketSize step);                 ///< at most
/// The span cut into steps, in order; weeks count from its first day, the others follow the
/// calendar. The first and the last may be shorter.
std::vector<Bucket> buckets(DaySpan span, BucketSize step);
/// The index of the piece that holds `day`; the pieces are in order and `day` lies within them.
std::size_t bucket_of(const std::vector<Bucket>& pieces, Day day);

/// Values that stand at days, as one mean for each piece that has any; the day is the piece's
/// first.
std::vector<DayValue> means(const std::vector<DayValue>& values, const std::vector<Bucket>& pieces);

}  // namespace lull
