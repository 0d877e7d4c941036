#include <algorithm>
#include <numeric>

#include "lull/base/utf8.hpp"
#include "styled_text.hpp"
#include "terminal_parts.hpp"

namespace lull {
namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 3;

int longest_line(const Lines& lines) {
  int width = 0;
  for (const std::string& line : lines) width = std::max(width, width_of(line));
  return width;
}

std::vector<int> column_widths(const Table& table, int width) {
  std::vector<int> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    int widest = width_of(make_visible_line(table.columns[i].title));
    for (const auto& row : table.rows) {
      widest = std::max(widest, width_of(make_visible_line(row[i])));
    }
    widths.push_back(widest);
  }
  const int room = width - kGap * (static_cast<int>(widths.size()) - 1);
  while (std::accumulate(widths.begin(), widths.end(), 0) > room) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= kNarrowest) break;
    --*widest;
  }
  return widths;
}

std::string pad_cell(const std::string& text, int width, bool numeric) {
  if (!numeric) return pad_to_width(text, width);
  return std::string(static_cast<std::size_t>(std::max(0, width - width_of(text))), ' ') + text;
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

void add_row(const std::vector<std::string>& cells, const Table& table,
             const std::vector<int>& widths, Lines& out) {
  std::vector<Lines> wrapped;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    wrapped.push_back(wrap(make_visible_line(cells[i]), widths[i]));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += std::string(kGap, ' ');
      text += pad_cell(line < wrapped[i].size() ? wrapped[i][line] : "", widths[i],
                       table.columns[i].numeric);
    }
    out.push_back(trimmed(text));
  }
}

}  // namespace

Lines terminal_table(const Table& table, int width, bool color) {
  Lines out;
  if (!table.caption.empty()) out = wrap(make_visible_line(table.caption), width);
  const std::vector<int> widths = column_widths(table, width);
  std::vector<std::string> titles;
  for (const Column& column : table.columns) titles.push_back(column.title);
  Lines head;
  add_row(titles, table, widths, head);
  const int rule = longest_line(head);
  for (std::string& line : head) out.push_back(in_face(line, Face::strong, color));
  std::string bar;
  for (int i = 0; i < rule; ++i) bar += "─";
  out.push_back(bar);
  for (const auto& row : table.rows) add_row(row, table, widths, out);
  return out;
}

}  // namespace lull
