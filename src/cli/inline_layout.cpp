#include <algorithm>

#include "lull/base/utf8.hpp"
#include "lull/cli/inline_editor.hpp"

namespace lull {
namespace {

/// Bytes of the text that stand in one row.
struct Row {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Sign {
  std::string shown;
  int width = 0;
};

// A sign as the terminal may have it: what can't be seen is shown by a mark.
Sign sign_at(std::string_view bytes, int columns) {
  if (bytes.size() == 1 && bytes[0] >= ' ' && bytes[0] < 0x7f) return {std::string(bytes), 1};
  std::string shown = fit_to_width(make_visible(bytes), columns - 1);
  const int width = width_of(shown);
  return {std::move(shown), width};
}

// Rows of one line of the text. The space at which a row breaks may stand in its last column.
std::vector<Row> rows_of_line(std::string_view text, Row line, int columns) {
  std::vector<Row> rows;
  std::size_t begin = line.begin;
  std::size_t after_space = line.begin;
  int width = 0;
  int width_after_space = 0;
  for (std::size_t place = line.begin; place < line.end;) {
    const std::size_t size = cluster_size(text, place);
    const int wide = sign_at(text.substr(place, size), columns).width;
    const bool space = text[place] == ' ';
    while (width + wide > (space ? columns : columns - 1) && place > begin) {
      const std::size_t end = after_space > begin ? after_space : place;
      rows.push_back({begin, end});
      width -= end == place ? width : width_after_space;
      begin = after_space = end;
      width_after_space = 0;
    }
    width += wide;
    place += size;
    if (space) {
      after_space = place;
      width_after_space = width;
    }
  }
  rows.push_back({begin, line.end});
  return rows;
}

Row line_around(std::string_view text, std::size_t place) {
  const std::size_t before = place == 0 ? std::string_view::npos : text.rfind('\n', place - 1);
  return {before == std::string_view::npos ? 0 : before + 1,
          std::min(text.find('\n', place), text.size())};
}

ShownRows show(std::string_view text, const std::vector<Row>& rows, std::size_t cursor,
               std::size_t cursor_row, int columns) {
  ShownRows shown;
  for (const Row& row : rows) {
    std::string& line = shown.rows.emplace_back();
    int width = 0;
    const bool here = shown.rows.size() - 1 == cursor_row;
    for (std::size_t place = row.begin; place < row.end;) {
      if (here && place == cursor) shown.cursor_column = width;
      const std::size_t size = cluster_size(text, place);
      Sign sign = sign_at(text.substr(place, size), columns);
      line += sign.shown;
      width += sign.width;
      place += size;
    }
    if (here && cursor >= row.end) shown.cursor_column = width;
  }
  shown.cursor_row = cursor_row;
  shown.cursor_column = std::min(shown.cursor_column, columns - 1);
  return shown;
}

}  // namespace

ShownRows lay_out(std::string_view text, std::size_t cursor, int columns, std::size_t most_rows) {
  columns = std::max(columns, 2);
  most_rows = std::max<std::size_t>(most_rows, 1);
  const Row line = line_around(text, cursor);
  std::vector<Row> rows = rows_of_line(text, line, columns);
  // Where two rows meet, the cursor stands at the beginning of the second.
  auto cursor_row = static_cast<std::size_t>(
      std::find_if(rows.begin(), rows.end() - 1, [&](const Row& row) { return cursor < row.end; }) -
      rows.begin());
  for (std::size_t begin = line.begin; begin > 0 && cursor_row < most_rows;) {
    const Row above = line_around(text, begin - 1);
    const std::vector<Row> more = rows_of_line(text, above, columns);
    rows.insert(rows.begin(), more.begin(), more.end());
    cursor_row += more.size();
    begin = above.begin;
  }
  for (std::size_t end = line.end; end < text.size() && rows.size() - cursor_row <= most_rows;) {
    const Row below = line_around(text, end + 1);
    const std::vector<Row> more = rows_of_line(text, below, columns);
    rows.insert(rows.end(), more.begin(), more.end());
    end = below.end;
  }
  if (rows.size() > most_rows) {
    const std::size_t first =
        std::min(cursor_row - std::min(cursor_row, most_rows / 2), rows.size() - most_rows);
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(first));
    rows.resize(most_rows);
    cursor_row -= first;
  }
  return show(text, rows, cursor, cursor_row, columns);
}

}  // namespace lull
