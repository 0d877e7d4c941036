#pragma once

#include <string>
#include <vector>

#include "lull/report/document.hpp"

namespace lull {

/// Lines for a terminal, without line breaks.
using Lines = std::vector<std::string>;

/// A table in columns; cells are wrapped when it would be wider than `width`.
Lines terminal_table(const Table& table, int width, bool color);

// Drawings out of letters and blocks, at most `width` columns wide, without title or description.
Lines draw_bars(const BarChart& chart, int width);
Lines draw_line(const LineChart& chart, int width);
Lines draw_calendar(const CalendarChart& chart, int width);
Lines draw_multiples(const SmallMultiples& chart, int width);
Lines draw_grid(const HourGrid& chart, int width);

}  // namespace lull
