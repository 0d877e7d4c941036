#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "calendar_months.hpp"
#include "lull/base/utf8.hpp"
#include "terminal_parts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

constexpr int kMonthWidth = 20;
constexpr int kMonthGap = 3;

std::string_view symbol_of(CalendarChart::Fill fill) {
  switch (fill) {
    case CalendarChart::Fill::none:
      return "·";
    case CalendarChart::Fill::full:
      return "●";
    case CalendarChart::Fill::hollow:
      return "○";
    case CalendarChart::Fill::half:
      return "◐";
  }
  return " ";
}

Lines legend_of(const CalendarChart& chart, int width) {
  std::string text;
  for (std::size_t i = 0; i < chart.kinds.size(); ++i) {
    const CalendarChart::Kind& kind = chart.kinds[i];
    const bool occurs = std::any_of(chart.cells.begin(), chart.cells.end(), [&](const auto& cell) {
      return cell.kind == static_cast<int>(i);
    });
    if (!occurs || kind.fill == CalendarChart::Fill::none) continue;
    text += (text.empty() ? "" : ", ") + std::string(symbol_of(kind.fill)) + " " +
            make_visible_line(kind.label);
  }
  if (!chart.dot_label.empty()) text += (text.empty() ? "" : ", ") + ("' " + chart.dot_label);
  return wrap(text, width);
}

/// Eight lines: the name, and weeks of seven cells.
Lines draw_month(const CalendarChart& chart, const CalendarMonth& month) {
  Lines lines{pad_to_width(month_and_year(month.first), kMonthWidth)};
  std::string line(static_cast<std::size_t>(3 * weekday_of(month.first)), ' ');
  Day day = month.first;
  for (const DaySpan whole = month_of(month.first); day <= whole.last; day = day + 1) {
    const CalendarChart::Cell* cell = month.find(chart, day);
    if (cell == nullptr) {
      line += "  ";
    } else {
      line += symbol_of(chart.kinds.at(static_cast<std::size_t>(cell->kind)).fill);
      line += cell->dot ? "'" : " ";
    }
    if (weekday_of(day) == 6) {
      lines.push_back(pad_to_width(line, kMonthWidth));
      line.clear();
    } else {
      line += " ";
    }
  }
  if (!line.empty()) lines.push_back(pad_to_width(line, kMonthWidth));
  return lines;
}

Lines draw_months(const CalendarChart& chart, const std::vector<CalendarMonth>& months, int width) {
  const auto across =
      static_cast<std::size_t>(std::max(1, (width + kMonthGap) / (kMonthWidth + kMonthGap)));
  Lines out;
  for (std::size_t first = 0; first < months.size(); first += across) {
    std::vector<Lines> row;
    std::size_t height = 0;
    for (std::size_t i = first; i < std::min(first + across, months.size()); ++i) {
      row.push_back(draw_month(chart, months[i]));
      height = std::max(height, row.back().size());
    }
    if (first > 0) out.emplace_back();
    for (std::size_t line = 0; line < height; ++line) {
      std::string text;
      for (const Lines& month : row) {
        if (!text.empty()) text += std::string(kMonthGap, ' ');
        text += line < month.size() ? month[line] : std::string(kMonthWidth, ' ');
      }
      text.erase(text.find_last_not_of(' ') + 1);
      out.push_back(text);
    }
  }
  return out;
}

/// One line a year: how many days of each month are of the full kind.
Lines draw_years(const CalendarChart& chart, const std::vector<CalendarMonth>& months) {
  Lines out{"       J  F  M  A  M  J  J  A  S  O  N  D"};
  std::map<int, std::map<int, int>> years;
  std::string full;
  for (const CalendarMonth& month : months) {
    const CivilDate date = civil_of(month.first);
    int& days = years[date.year][date.month];
    for (std::size_t i = month.begin; i < month.end; ++i) {
      const auto& kind = chart.kinds.at(static_cast<std::size_t>(chart.cells[i].kind));
      if (kind.fill != CalendarChart::Fill::full) continue;
      full = kind.label;
      ++days;
    }
  }
  for (const auto& [year, days_by_month] : years) {
    std::string line = fmt::format("{:<5}", year);
    for (int month = 1; month <= 12; ++month) {
      const auto found = days_by_month.find(month);
      line += found == days_by_month.end() ? "   " : fmt::format("{:>3}", found->second);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out.push_back(line);
  }
  if (!full.empty()) out.push_back("Days of each month that were " + full + ".");
  return out;
}

}  // namespace

Lines draw_calendar(const CalendarChart& chart, int width) {
  const std::vector<CalendarMonth> months = months_of(chart);
  if (months.size() > kMostMonthsDrawn) return draw_years(chart, months);
  Lines out = draw_months(chart, months, width);
  for (std::string& line : legend_of(chart, width)) out.push_back(std::move(line));
  return out;
}

}  // namespace lull
