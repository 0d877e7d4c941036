#include <algorithm>
#include <cmath>

#include "svg_canvas.hpp"
#include "svg_charts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

constexpr double kWidth = 360;
constexpr double kLabels = 74;
constexpr double kHead = 18;
constexpr double kRow = 26;
constexpr double kLargest = 12;

}  // namespace

void draw_svg(const HourGrid& chart, const std::string& id, std::string& out) {
  int most = 1;
  for (const auto& row : chart.rows) {
    for (int value : row.values) most = std::max(most, value);
  }
  const double step =
      (kWidth - kLabels) / static_cast<double>(std::max<std::size_t>(1, chart.columns.size()));
  SvgCanvas canvas(out, kWidth, kHead + kRow * static_cast<double>(chart.rows.size()), id,
                   chart.words.title, chart.words.description);
  for (std::size_t i = 0; i < chart.columns.size(); ++i) {
    canvas.text(kLabels + step * (static_cast<double>(i) + 0.5), 10, 11, "t-soft",
                SvgCanvas::Anchor::middle, chart.columns[i]);
  }
  double y = kHead + kRow / 2;
  for (const auto& row : chart.rows) {
    canvas.text(0, y + 4, 12.5, "t-ink", SvgCanvas::Anchor::start, row.label);
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      const double x = kLabels + step * (static_cast<double>(i) + 0.5);
      const int value = row.values[i];
      if (value == 0) {
        canvas.circle(x, y, 1, "t-soft");
        continue;
      }
      // The area, not the radius, is in proportion to the count.
      canvas.circle(x, y, std::max(7.5, kLargest * std::sqrt(static_cast<double>(value) / most)),
                    "f-tint");
      canvas.text(x, y + 4, 11.5, "t-ink", SvgCanvas::Anchor::middle, number(value));
    }
    y += kRow;
  }
  canvas.finish();
}

}  // namespace lull
