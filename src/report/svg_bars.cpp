#include <algorithm>

#include "lull/report/escape.hpp"
#include "svg_canvas.hpp"
#include "svg_charts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

constexpr double kWidth = 360;
constexpr double kRow = 19;
constexpr double kLabels = 148;
constexpr double kBars = 178;

// The second series is an outline, so that the two differ without colour.
void draw_segment(SvgCanvas& canvas, std::size_t series, double x, double y, double width) {
  if (series == 0) {
    canvas.rect(x, y, width, 10, "f-deep");
  } else {
    canvas.rect(x + 0.5, y + 0.5, std::max(0.5, width - 1), 9, "f-tint s-deep");
  }
}

void add_legend(const BarChart& chart, std::string& out) {
  if (chart.series.size() < 2) return;
  out += "<ul class=\"legend\">\n";
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    out += "<li>";
    SvgCanvas canvas(out, 14, 14);
    draw_segment(canvas, i, 0, 2, 14);
    canvas.finish();
    out += html_escape(chart.series[i]) + "</li>\n";
  }
  out += "</ul>\n";
}

}  // namespace

void draw_svg(const BarChart& chart, const std::string& id, std::string& out) {
  int most = 1;
  for (const auto& row : chart.rows) {
    int sum = 0;
    for (int value : row.values) sum += value;
    most = std::max(most, sum);
  }
  SvgCanvas canvas(out, kWidth, kRow * static_cast<double>(chart.rows.size()) + 2, id,
                   chart.words.title, chart.words.description);
  // A few events don't fill the page.
  const double unit = std::min(kBars / most, 24.0);
  double y = 4;
  for (const auto& row : chart.rows) {
    canvas.text(0, y + 9, 11, "t-ink", SvgCanvas::Anchor::start, row.label);
    double x = kLabels;
    std::string values;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      const double width = unit * row.values[i];
      if (row.values[i] > 0) draw_segment(canvas, i, x, y, width);
      x += width;
      values += (values.empty() ? "" : " + ") + number(row.values[i]);
    }
    canvas.text(x + 5, y + 9, 10.5, "t-soft", SvgCanvas::Anchor::start, values);
    y += kRow;
  }
  canvas.finish();
  add_legend(chart, out);
}

}  // namespace lull
