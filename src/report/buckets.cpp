#include "buckets.hpp"

#include <algorithm>
#include <array>

#include "wording.hpp"

namespace lull {
namespace {

Day next_start(Day day, BucketSize step) {
  const CivilDate date = civil_of(day);
  switch (step) {
    case BucketSize::day:
      return day + 1;
    case BucketSize::week:
      return day + 7;
    case BucketSize::month:
      return month_of(day).last + 1;
    case BucketSize::quarter: {
      Day start = month_of(day).last + 1;
      while ((civil_of(start).month - 1) % 3 != 0) start = month_of(start).last + 1;
      return start;
    }
    case BucketSize::year:
      return day_of({date.year, 12, 31}).value_or(day) + 1;
  }
  return day + 1;
}

std::string label_for(DaySpan days, BucketSize step) {
  switch (step) {
    case BucketSize::day:
    case BucketSize::week:
      return day_and_month(days.first);
    case BucketSize::month:
      return month_and_year(days.first);
    case BucketSize::quarter:
      if (month_of(days.first) == month_of(days.last)) return month_and_year(days.first);
      return std::string(month_name(civil_of(days.first).month).substr(0, 3)) + "–" +
             month_and_year(days.last);
    case BucketSize::year:
      return std::to_string(civil_of(days.first).year);
  }
  return "";
}

}  // namespace

BucketSize step_for(DaySpan span, BucketSize finest, int most) {
  for (BucketSize step : {BucketSize::day, BucketSize::week, BucketSize::month, BucketSize::quarter}) {
    if (step >= finest && buckets(span, step).size() <= static_cast<std::size_t>(most)) return step;
  }
  return BucketSize::year;
}

std::string_view step_name(BucketSize step) {
  static constexpr std::array<std::string_view, 5> kNames{"day", "week", "month", "quarter",
                                                          "year"};
  return kNames.at(static_cast<std::size_t>(step));
}

int days_in(BucketSize step) {
  static constexpr std::array<int, 5> kDays{1, 7, 31, 92, 366};
  return kDays.at(static_cast<std::size_t>(step));
}

std::vector<Bucket> buckets(DaySpan span, BucketSize step) {
  std::vector<Bucket> pieces;
  for (Day start = span.first; start <= span.last;) {
    const Day next = next_start(start, step);
    const DaySpan days{start, std::min(next - 1, span.last)};
    pieces.push_back({days, label_for(days, step)});
    start = next;
  }
  return pieces;
}

std::size_t bucket_of(const std::vector<Bucket>& pieces, Day day) {
  const auto after =
      std::upper_bound(pieces.begin(), pieces.end(), day,
                       [](Day wanted, const Bucket& piece) { return wanted < piece.days.first; });
  return after == pieces.begin() ? 0 : static_cast<std::size_t>(after - pieces.begin()) - 1;
}

std::vector<DayValue> means(const std::vector<DayValue>& values,
                            const std::vector<Bucket>& pieces) {
  std::vector<double> sums(pieces.size(), 0);
  std::vector<int> counts(pieces.size(), 0);
  for (const DayValue& value : values) {
    const std::size_t at = bucket_of(pieces, value.day);
    sums.at(at) += value.value;
    ++counts.at(at);
  }
  std::vector<DayValue> out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (counts[i] > 0) out.push_back({pieces[i].days.first, sums[i] / counts[i]});
  }
  return out;
}

}  // namespace lull
