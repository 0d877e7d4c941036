#pragma once

#include <string>

#include "lull/report/document.hpp"

namespace lull {

/// A calendar of years: one strip a year, a column a week, a square a day.
void draw_svg_years(const CalendarChart& chart, const std::string& id, std::string& out);

}  // namespace lull
