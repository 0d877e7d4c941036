#include "../../src/report/buckets.hpp"

#include <numeric>

#include "sample_parts.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::testing::at;

TEST_CASE("the pieces of a span follow one another and cover it", "[buckets]") {
  for (int length : {0, 1, 6, 7, 30, 31, 364, 365, 3650}) {
    const DaySpan span{at(2023, 12, 30), at(2023, 12, 30) + length};
    for (BucketSize step : {BucketSize::day, BucketSize::week, BucketSize::month, BucketSize::quarter, BucketSize::year}) {
      const auto pieces = buckets(span, step);
      INFO(length << " by " << step_name(step));
      REQUIRE(pieces.front().days.first == span.first);
      REQUIRE(pieces.back().days.last == span.last);
      for (std::size_t i = 1; i < pieces.size(); ++i) {
        REQUIRE(pieces[i].days.first == pieces[i - 1].days.last + 1);
      }
      for (Day day = span.first; day <= span.last; day = day + 1) {
        REQUIRE(pieces[bucket_of(pieces, day)].days.contains(day));
      }
    }
  }
}

TEST_CASE("pieces are named by what they hold", "[buckets]") {
  const DaySpan span{at(2026, 11, 20), at(2027, 2, 3)};
  CHECK(buckets(span, BucketSize::week).at(1).label == "27 Nov");
  CHECK(buckets(span, BucketSize::month).at(0).label == "Nov 2026");
  CHECK(buckets(span, BucketSize::quarter).at(0).label == "Nov–Dec 2026");
  CHECK(buckets(span, BucketSize::year).at(1).label == "2027");
}

TEST_CASE("the step is the finest that gives few enough pieces", "[buckets]") {
  const Day first = at(2026, 1, 1);
  CHECK(step_for({first, first + 29}, BucketSize::day, 30) == BucketSize::day);
  CHECK(step_for({first, first + 30}, BucketSize::day, 30) == BucketSize::week);
  CHECK(step_for({first, first + 10}, BucketSize::month, 30) == BucketSize::month);
  CHECK(step_for({first, first + 3650}, BucketSize::week, 60) == BucketSize::quarter);
  CHECK(step_for({first, first + 36500}, BucketSize::week, 60) == BucketSize::year);
}

TEST_CASE("a mean stands at the first day of its piece, and only where there is a value",
          "[buckets]") {
  const DaySpan span{at(2026, 10, 1), at(2026, 12, 31)};
  const auto values = means({{at(2026, 10, 5), 4}, {at(2026, 10, 20), 6}, {at(2026, 12, 31), 9}},
                            buckets(span, BucketSize::month));
  REQUIRE(values.size() == 2);
  CHECK(values[0].day == at(2026, 10, 1));
  CHECK(values[0].value == 5);
  CHECK(values[1].day == at(2026, 12, 1));
  CHECK(values[1].value == 9);
}
