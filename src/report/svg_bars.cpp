#include <algorithm>

#include "lull/report/escape.hpp"
#include "svg_canvas.hpp"
#include "svg_charts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

constexpr double kWidth = 360;
constexpr double kRow = 21;
constexpr double kLabels = 158;
constexpr double kDigit = 7;  // about the width of a digit
constexpr double kRight = 356;

// The second series is an outline, so that the two differ without colour.
void draw_segment(SvgCanvas& canvas, std::size_t series, double x, double y, double width) {
  if (series == 0) {
    canvas.rect(x, y, width, 10, "f-deep");
  } else {
    canvas.rect(x + 0.5, y + 0.5, std::max(0.5, width - 1), 9, "f-tint s-deep");
  }
}

std::string values_of(const BarChart::Row& row) {
  std::string out;
  for (int value : row.values) out += (out.empty() ? "" : " + ") + number(value);
  return out;
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
  std::size_t widest = 1;
  for (const auto& row : chart.rows) {
    int sum = 0;
    for (int value : row.values) sum += value;
    most = std::max(most, sum);
    widest = std::max(widest, values_of(row).size());
  }
  SvgCanvas canvas(out, kWidth, kRow * static_cast<double>(chart.rows.size()) + 2, id,
                   chart.words.title, chart.words.description);
  // A few events don't fill the page.
  const double room = kRight - kLabels - 6 - kDigit * static_cast<double>(widest);
  const double unit = std::min(room / most, 24.0);
  double y = 4;
  for (const auto& row : chart.rows) {
    canvas.text(0, y + 9.5, 12.5, "t-ink", SvgCanvas::Anchor::start, row.label);
    double x = kLabels;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      const double width = unit * row.values[i];
      if (row.values[i] > 0) draw_segment(canvas, i, x, y, width);
      x += width;
    }
    canvas.text(x + 5, y + 9.5, 12, "t-soft", SvgCanvas::Anchor::start, values_of(row));
    y += kRow;
  }
  canvas.finish();
  add_legend(chart, out);
}

}  // namespace lull
