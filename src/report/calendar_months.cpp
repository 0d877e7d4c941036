#include "calendar_months.hpp"

#include <algorithm>

namespace lull {

const CalendarChart::Cell* CalendarMonth::find(const CalendarChart& chart, Day day) const {
  const auto from = chart.cells.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto to = chart.cells.begin() + static_cast<std::ptrdiff_t>(end);
  const auto at = std::lower_bound(
      from, to, day, [](const CalendarChart::Cell& cell, Day wanted) { return cell.day < wanted; });
  return at != to && at->day == day ? &*at : nullptr;
}

std::vector<CalendarMonth> months_of(const CalendarChart& chart) {
  std::vector<CalendarMonth> months;
  Day next{};  // the first day that is no longer in the month being gathered
  for (std::size_t i = 0; i < chart.cells.size(); ++i) {
    if (months.empty() || chart.cells[i].day >= next) {
      const DaySpan month = month_of(chart.cells[i].day);
      months.push_back({month.first, i, i});
      next = month.last + 1;
    }
    months.back().end = i + 1;
  }
  return months;
}

}  // namespace lull
