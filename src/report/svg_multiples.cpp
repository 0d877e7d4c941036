#include <algorithm>

#include "lull/report/escape.hpp"
#include "svg_canvas.hpp"
#include "svg_charts.hpp"

namespace lull {
namespace {

constexpr double kWidth = 160;
constexpr double kHeight = 52;
constexpr double kTop = 18;
constexpr double kBottom = 48;

void draw_one(const SmallMultiples::Item& item, double most, const std::string& id,
              std::string& out) {
  std::string words;
  for (double value : item.values) words += (words.empty() ? "" : ", ") + svg_number(value);
  SvgCanvas canvas(out, kWidth, kHeight, id, item.label, words);
  canvas.text(0, 11, 12.5, "t-ink", SvgCanvas::Anchor::start, item.label);
  canvas.line(0, kBottom + 0.5, kWidth, kBottom + 0.5, "s-rule", 1);
  const double step = kWidth / static_cast<double>(std::max<std::size_t>(1, item.values.size()));
  // A few steps make wide columns; they are kept slim, so that all small charts look alike.
  const double width = std::min(step * 0.72, 14.0);
  for (std::size_t i = 0; i < item.values.size(); ++i) {
    if (item.values[i] <= 0) continue;
    const double height = (kBottom - kTop) * item.values[i] / most;
    canvas.rect(step * static_cast<double>(i) + (step - width) / 2, kBottom - height, width, height,
                "f-deep");
  }
  canvas.finish();
}

}  // namespace

void draw_svg(const SmallMultiples& chart, const std::string& id, std::string& out) {
  double most = 1;
  for (const auto& item : chart.items) {
    for (double value : item.values) most = std::max(most, value);
  }
  out += "<div class=\"many\">\n";
  for (std::size_t i = 0; i < chart.items.size(); ++i) {
    draw_one(chart.items[i], most, id + "-" + std::to_string(i + 1), out);
  }
  out += "</div>\n<p class=\"axis\">From " + html_escape(chart.first_step) + " to " +
         html_escape(chart.last_step) + "; the tallest column is " + svg_number(most) + ".</p>\n";
}

}  // namespace lull
