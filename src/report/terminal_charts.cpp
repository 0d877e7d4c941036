#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "lull/base/utf8.hpp"
#include "terminal_parts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

constexpr std::array<const char*, 9> kEighths{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<const char*, 2> kSeriesBlocks{"█", "░"};

std::string repeat(std::string_view what, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += what;
  return out;
}

template <class Rows>
int widest_label(const Rows& rows, int most) {
  int widest = 0;
  for (const auto& row : rows) widest = std::max(widest, width_of(row.label));
  return std::min(widest, most);
}

std::string label_cell(const std::string& label, int width) {
  return pad_to_width(fit_to_width(make_visible_line(label), width), width);
}

std::string bar_values(const BarChart::Row& row) {
  std::string out;
  for (int value : row.values) out += (out.empty() ? "" : " + ") + number(value);
  return out;
}

}  // namespace

Lines draw_bars(const BarChart& chart, int width) {
  Lines out;
  int most = 1;
  int value_width = 1;
  for (const auto& row : chart.rows) {
    int sum = 0;
    for (int value : row.values) sum += value;
    most = std::max(most, sum);
    value_width = std::max(value_width, width_of(bar_values(row)));
  }
  const int labels = widest_label(chart.rows, width / 2);
  // A few events don't fill the line: at most four cells each.
  const int room = std::min(4 * most, std::clamp(width - labels - value_width - 3, 4, 40));
  for (const auto& row : chart.rows) {
    std::string bar;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      const int value = row.values[i];
      const int cells = value == 0 ? 0 : std::max(1, value * room / most);
      bar += repeat(kSeriesBlocks.at(i % kSeriesBlocks.size()), cells);
    }
    out.push_back(label_cell(row.label, labels) + "  " + bar + " " + bar_values(row));
  }
  if (chart.series.size() > 1) {
    std::string legend;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      legend += std::string(legend.empty() ? "" : "   ") +
                kSeriesBlocks.at(i % kSeriesBlocks.size()) + " " +
                make_visible_line(chart.series[i]);
    }
    out.push_back(legend);
  }
  return out;
}

namespace {

/// The mean of the values that stand in each column; nothing where none does.
std::vector<std::optional<double>> column_means(const LineChart& chart, int columns, int days) {
  std::vector<double> sums(static_cast<std::size_t>(columns), 0);
  std::vector<int> counts(static_cast<std::size_t>(columns), 0);
  const auto column_of = [&](int offset) {
    return static_cast<std::size_t>(static_cast<std::int64_t>(std::min(offset, days - 1)) *
                                    columns / days);
  };
  for (const LineChart::Point& point : chart.points) {
    const int offset = point.day - chart.points.front().day;
    for (std::size_t at = column_of(offset); at <= column_of(offset + chart.step - 1); ++at) {
      sums[at] += point.value;
      ++counts[at];
    }
  }
  std::vector<std::optional<double>> means(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (counts[i] > 0) means[i] = sums[i] / counts[i];
  }
  return means;
}

}  // namespace

Lines draw_line(const LineChart& chart, int width) {
  constexpr int kRows = 5;
  constexpr int kAxis = 4;
  Lines out;
  if (chart.points.empty()) return out;
  const int days = chart.points.back().day - chart.points.front().day + chart.step;
  const int columns = std::max(1, std::min(width - kAxis, days));
  const auto means = column_means(chart, columns, days);
  for (int row = kRows - 1; row >= 0; --row) {
    std::string line = "   ";
    if (row == kRows - 1) line = fmt::format("{:>2} ", static_cast<int>(chart.highest));
    if (row == 0) line = fmt::format("{:>2} ", static_cast<int>(chart.lowest));
    line += "│";
    for (const std::optional<double>& mean : means) {
      const double share = mean ? (*mean - chart.lowest) / (chart.highest - chart.lowest) : 0;
      // At least one eighth, so that the lowest value is still a value.
      const int eighths = mean ? std::max(1, static_cast<int>(std::lround(share * kRows * 8))) : 0;
      line += kEighths.at(static_cast<std::size_t>(std::clamp(eighths - row * 8, 0, 8)));
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out.push_back(line);
  }
  const std::string first = plain_date(chart.points.front().day);
  const std::string last = plain_date(chart.points.back().day);
  const int between = columns - width_of(first) - width_of(last);
  out.push_back("    " + first +
                (between > 0 ? std::string(static_cast<std::size_t>(between), ' ') : " to ") +
                last);
  return out;
}

namespace {

/// At most `most` values: neighbours are taken together by their mean.
std::vector<double> squeezed(const std::vector<double>& values, std::size_t most) {
  if (values.size() <= most) return values;
  std::vector<double> out(most, 0);
  std::vector<int> counts(most, 0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    out[i * most / values.size()] += values[i];
    ++counts[i * most / values.size()];
  }
  for (std::size_t i = 0; i < most; ++i) out[i] /= counts[i];
  return out;
}

}  // namespace

Lines draw_multiples(const SmallMultiples& chart, int width) {
  Lines out;
  double most = 1;
  for (const auto& item : chart.items) {
    for (double value : item.values) most = std::max(most, value);
  }
  const int labels = widest_label(chart.items, width / 2);
  const auto room = static_cast<std::size_t>(width - labels - 2);
  for (const auto& item : chart.items) {
    std::string line = label_cell(item.label, labels) + "  ";
    for (double value : squeezed(item.values, room)) {
      const double level = std::clamp(std::ceil(value / most * 8), 0.0, 8.0);
      line += level == 0 ? "·" : kEighths.at(static_cast<std::size_t>(level));
    }
    std::string values;
    for (double value : item.values)
      values += fmt::format("  {}", value).substr(values.empty() ? 0 : 1);
    if (width_of(line + values) <= width) line += values;
    out.push_back(line);
  }
  for (std::string& line :
       wrap("From " + make_visible_line(chart.first_step + " to " + chart.last_step) +
                fmt::format("; a full block is {}.", most),
            width)) {
    out.push_back(std::move(line));
  }
  return out;
}

Lines draw_grid(const HourGrid& chart, int width) {
  Lines out;
  const int labels = widest_label(chart.rows, width / 3);
  int cell = 3;
  for (const std::string& column : chart.columns) cell = std::max(cell, width_of(column) + 2);
  std::string head = label_cell("", labels);
  for (const std::string& column : chart.columns) {
    head += fmt::format("{:>{}}", make_visible_line(column), cell);
  }
  out.push_back(head);
  for (const auto& row : chart.rows) {
    std::string line = label_cell(row.label, labels);
    for (int value : row.values) {
      if (value == 0) {
        line += std::string(static_cast<std::size_t>(cell - 1), ' ') + "·";
      } else {
        line += fmt::format("{:>{}}", value, cell);
      }
    }
    out.push_back(line);
  }
  return out;
}

}  // namespace lull
