#include <algorithm>

#include "svg_canvas.hpp"
#include "svg_charts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

constexpr double kWidth = 360;
constexpr double kHeight = 150;
constexpr double kLeft = 20;
constexpr double kRight = 352;
constexpr double kTop = 8;
constexpr double kBottom = 126;
constexpr std::size_t kMostDots = 60;

struct Scale {
  Day first;
  int days = 1;
  double lowest = 0;
  double highest = 1;

  double x(Day day) const { return kLeft + 6 + (kRight - kLeft - 12) * (day - first) / days; }
  double y(double value) const {
    return kBottom - (kBottom - kTop) * (value - lowest) / (highest - lowest);
  }
};

void draw_axes(SvgCanvas& canvas, const LineChart& chart, const Scale& scale) {
  const double middle = (chart.lowest + chart.highest) / 2;
  for (double value : {chart.lowest, middle, chart.highest}) {
    canvas.line(kLeft, scale.y(value), kRight, scale.y(value), "s-rule", 0.7);
  }
  for (double value : {chart.lowest, chart.highest}) {
    canvas.text(kLeft - 6, scale.y(value) + 4, 11.5, "t-soft", SvgCanvas::Anchor::end,
                svg_number(value));
  }
  canvas.text(kLeft, kBottom + 19, 11.5, "t-soft", SvgCanvas::Anchor::start,
              plain_date(chart.points.front().day));
  canvas.text(kRight, kBottom + 19, 11.5, "t-soft", SvgCanvas::Anchor::end,
              plain_date(chart.points.back().day));
}

}  // namespace

void draw_svg(const LineChart& chart, const std::string& id, std::string& out) {
  if (chart.points.empty()) return;
  const Scale scale{chart.points.front().day,
                    std::max(1, chart.points.back().day - chart.points.front().day), chart.lowest,
                    chart.highest};
  SvgCanvas canvas(out, kWidth, kHeight, id, chart.words.title, chart.words.description);
  draw_axes(canvas, chart, scale);
  // A week without a value, or two steps, and the line is interrupted.
  const int gap = std::max(7, 2 * chart.step);
  std::string data;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const LineChart::Point& point = chart.points[i];
    const bool joined = i > 0 && point.day - chart.points[i - 1].day <= gap;
    data += (joined ? "L" : "M") + svg_number(scale.x(point.day)) + " " +
            svg_number(scale.y(point.value));
  }
  canvas.path(data, "f-none s-deep", 1.4);
  if (chart.points.size() <= kMostDots) {
    for (const LineChart::Point& point : chart.points) {
      canvas.circle(scale.x(point.day), scale.y(point.value), 2.6, "f-paper s-deep", 1.4);
    }
  }
  canvas.finish();
}

}  // namespace lull
