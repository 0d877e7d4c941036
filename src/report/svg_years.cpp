#include "svg_years.hpp"

#include <algorithm>
#include <map>

#include "lull/report/escape.hpp"
#include "svg_canvas.hpp"
#include "wording.hpp"

namespace lull {
namespace {

using Fill = CalendarChart::Fill;

constexpr double kStep = 6.7;
constexpr double kSide = 5.6;
constexpr double kHead = 15;

/// All days of one kind in one path: ten years stay a small file.
struct Strip {
  int year = 0;
  std::map<int, std::string> paths;  ///< by kind
  std::map<int, int> counts;
};

std::string square(double x, double y, Fill fill) {
  const double side = fill == Fill::hollow ? kSide - 1 : kSide;
  const double edge = fill == Fill::hollow ? 0.5 : 0;
  const double height = fill == Fill::half ? side / 2 : side;
  const double top = fill == Fill::half ? y + side / 2 : y + edge;
  const std::string across = svg_number(side);
  return "M" + svg_number(x + edge) + " " + svg_number(top) + "h" + across + "v" +
         svg_number(height) + "h-" + across + "z";
}

std::string_view classes_of(Fill fill) {
  switch (fill) {
    case Fill::none:
      return "f-none s-rule";
    case Fill::full:
      return "f-tint";
    case Fill::hollow:
      return "f-none s-ink";
    case Fill::half:
      return "f-deep";
  }
  return "";
}

std::vector<Strip> strips_of(const CalendarChart& chart) {
  std::vector<Strip> strips;
  Day first_of_year{};
  Day next_year{};
  for (const CalendarChart::Cell& cell : chart.cells) {
    if (strips.empty() || cell.day >= next_year) {
      const int year = civil_of(cell.day).year;
      strips.push_back({year, {}, {}});
      first_of_year = day_of({year, 1, 1}).value_or(cell.day);
      next_year = day_of({year, 12, 31}).value_or(cell.day) + 1;
    }
    const Fill fill = chart.kinds.at(static_cast<std::size_t>(cell.kind)).fill;
    ++strips.back().counts[cell.kind];
    if (fill == Fill::none) continue;
    const int place = weekday_of(first_of_year) + (cell.day - first_of_year);
    const int week = place / 7;
    strips.back().paths[cell.kind] += square(kStep * week, kHead + kStep * (place % 7), fill);
  }
  return strips;
}

std::string words_for(const CalendarChart& chart, const Strip& strip) {
  std::vector<std::string> words;
  for (const auto& [kind, days] : strip.counts) {
    words.push_back(number(days) + " " + chart.kinds.at(static_cast<std::size_t>(kind)).label);
  }
  return "Days: " + listed(words) + ".";
}

void add_legend(const CalendarChart& chart, const std::vector<Strip>& strips, std::string& out) {
  out += "<ul class=\"legend\">\n";
  for (std::size_t i = 0; i < chart.kinds.size(); ++i) {
    const CalendarChart::Kind& kind = chart.kinds[i];
    const bool occurs = std::any_of(strips.begin(), strips.end(), [&](const Strip& strip) {
      return strip.paths.count(static_cast<int>(i)) != 0;
    });
    if (!occurs) continue;
    out += "<li>";
    SvgCanvas canvas(out, 8, 8);
    canvas.path(square(1, 1, kind.fill), classes_of(kind.fill),
                kind.fill == Fill::hollow ? 0.9 : 0);
    canvas.finish();
    out += html_escape(kind.label) + "</li>\n";
  }
  out += "</ul>\n";
}

}  // namespace

void draw_svg_years(const CalendarChart& chart, const std::string& id, std::string& out) {
  const std::vector<Strip> strips = strips_of(chart);
  out += "<div class=\"years\">\n";
  for (std::size_t i = 0; i < strips.size(); ++i) {
    const Strip& strip = strips[i];
    SvgCanvas canvas(out, 360, kHead + kStep * 7 + 1, id + "-" + std::to_string(i + 1),
                     std::to_string(strip.year), words_for(chart, strip));
    canvas.text(0, 10, 12, "t-ink", SvgCanvas::Anchor::start, std::to_string(strip.year));
    for (const auto& [kind, data] : strip.paths) {
      const Fill fill = chart.kinds.at(static_cast<std::size_t>(kind)).fill;
      canvas.path(data, classes_of(fill), fill == Fill::hollow ? 0.9 : 0);
    }
    canvas.finish();
  }
  out += "</div>\n";
  add_legend(chart, strips, out);
}

}  // namespace lull
