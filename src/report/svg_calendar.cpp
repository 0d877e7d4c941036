#include <algorithm>
#include <array>

#include "calendar_months.hpp"
#include "lull/report/escape.hpp"
#include "svg_canvas.hpp"
#include "svg_charts.hpp"
#include "svg_years.hpp"
#include "wording.hpp"

namespace lull {
namespace {

using Fill = CalendarChart::Fill;
using Anchor = SvgCanvas::Anchor;

constexpr double kCell = 22;
constexpr double kRadius = 9.2;
constexpr double kHead = 32;

/// The left half of a disc.
std::string half_disc(double x, double y, double radius) {
  const std::string r = svg_number(radius);
  return "M" + svg_number(x) + " " + svg_number(y - radius) + "A" + r + " " + r + " 0 0 0 " +
         svg_number(x) + " " + svg_number(y + radius) + "Z";
}

void draw_day(SvgCanvas& canvas, Fill fill, double x, double y, double radius) {
  switch (fill) {
    case Fill::none:
      break;
    case Fill::full:
      canvas.circle(x, y, radius, "f-tint");
      break;
    case Fill::hollow:
      canvas.circle(x, y, radius - 0.7, "f-none s-ink", 1.4);
      break;
    case Fill::half:
      canvas.path(half_disc(x, y, radius), "f-tint");
      canvas.circle(x, y, radius - 0.4, "f-none s-soft", 0.8);
      break;
  }
}

std::string month_words(const CalendarChart& chart, const CalendarMonth& month) {
  std::vector<int> counts(chart.kinds.size(), 0);
  for (std::size_t i = month.begin; i < month.end; ++i) {
    ++counts.at(static_cast<std::size_t>(chart.cells[i].kind));
  }
  std::vector<std::string> words;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) words.push_back(number(counts[i]) + " " + chart.kinds[i].label);
  }
  return "Days: " + listed(words) + ".";
}

void draw_head(SvgCanvas& canvas, const CalendarMonth& month) {
  constexpr std::array<const char*, 7> kLetters{"M", "T", "W", "T", "F", "S", "S"};
  canvas.text(0, 11, 12, "t-ink", Anchor::start, month_and_year(month.first));
  for (std::size_t i = 0; i < kLetters.size(); ++i) {
    canvas.text(kCell * (static_cast<double>(i) + 0.5), 27, 8.5, "t-soft", Anchor::middle,
                kLetters[i]);
  }
}

void draw_month(const CalendarChart& chart, const CalendarMonth& month, const std::string& id,
                std::string& out) {
  const DaySpan whole = month_of(month.first);
  const int offset = weekday_of(whole.first);
  const int weeks = (offset + (whole.last - whole.first)) / 7 + 1;
  SvgCanvas canvas(out, kCell * 7, kHead + kCell * weeks, id, month_and_year(month.first),
                   month_words(chart, month));
  draw_head(canvas, month);
  for (Day day = whole.first; day <= whole.last; day = day + 1) {
    const int place = offset + (day - whole.first);
    const int row = place / 7;
    const double x = kCell * (place % 7 + 0.5);
    const double y = kHead + kCell * (row + 0.5);
    const CalendarChart::Cell* cell = month.find(chart, day);
    const Fill fill =
        cell == nullptr ? Fill::none : chart.kinds.at(static_cast<std::size_t>(cell->kind)).fill;
    draw_day(canvas, fill, x, y, kRadius);
    canvas.text(x, y + 2.6, 8.5, fill == Fill::none ? "t-soft" : "t-ink", Anchor::middle,
                std::to_string(civil_of(day).day));
    if (cell != nullptr && cell->dot) canvas.circle(x, y + 5.8, 1.2, "f-deep");
  }
  canvas.finish();
}

bool occurs(const CalendarChart& chart, std::size_t kind) {
  return chart.kinds[kind].fill != Fill::none &&
         std::any_of(chart.cells.begin(), chart.cells.end(),
                     [&](const auto& cell) { return cell.kind == static_cast<int>(kind); });
}

void add_legend(const CalendarChart& chart, std::string& out) {
  out += "<ul class=\"legend\">\n";
  for (std::size_t i = 0; i < chart.kinds.size(); ++i) {
    if (!occurs(chart, i)) continue;
    out += "<li>";
    SvgCanvas canvas(out, 20, 20);
    draw_day(canvas, chart.kinds[i].fill, 10, 10, 9);
    canvas.finish();
    out += html_escape(chart.kinds[i].label) + "</li>\n";
  }
  if (!chart.dot_label.empty()) {
    out += "<li>";
    SvgCanvas canvas(out, 20, 20);
    canvas.circle(10, 10, 3, "f-deep");
    canvas.finish();
    out += html_escape(chart.dot_label) + "</li>\n";
  }
  out += "</ul>\n";
}

}  // namespace

void draw_svg(const CalendarChart& chart, const std::string& id, std::string& out) {
  const std::vector<CalendarMonth> months = months_of(chart);
  if (months.size() > kMostMonthsDrawn) {
    draw_svg_years(chart, id, out);
    return;
  }
  out += "<div class=\"months\">\n";
  for (std::size_t i = 0; i < months.size(); ++i) {
    draw_month(chart, months[i], id + "-" + std::to_string(i + 1), out);
  }
  out += "</div>\n";
  add_legend(chart, out);
}

}  // namespace lull
