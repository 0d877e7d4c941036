#pragma once

#include <string>

#include "lull/report/document.hpp"

namespace lull {

// Each draws a chart onto the end of `out` as HTML: one or more drawings, and a legend where one is
// needed. Ids within it begin with `id`.
void draw_svg(const BarChart& chart, const std::string& id, std::string& out);
void draw_svg(const LineChart& chart, const std::string& id, std::string& out);
void draw_svg(const CalendarChart& chart, const std::string& id, std::string& out);
void draw_svg(const SmallMultiples& chart, const std::string& id, std::string& out);
void draw_svg(const HourGrid& chart, const std::string& id, std::string& out);

}  // namespace lull
