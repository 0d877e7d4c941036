#pragma once

#include <cstddef>
#include <vector>

#include "lull/report/document.hpp"

namespace lull {

/// A calendar of more months than this is drawn by years.
inline constexpr std::size_t kMostMonthsDrawn = 14;

/// The cells of one month: those with an index from `begin` to before `end`.
struct CalendarMonth {
  Day first;  ///< the first day of the month, whether or not it has a cell
  std::size_t begin = 0;
  std::size_t end = 0;

  /// The cell of a day of this month, or null.
  const CalendarChart::Cell* find(const CalendarChart& chart, Day day) const;
};

std::vector<CalendarMonth> months_of(const CalendarChart& chart);

}  // namespace lull
