// Reading what stands before the text of every row, for counts of tags: in the order of the file,
// and with nothing allocated for a row.
#include "row_heads.hpp"

#include <fmt/format.h>

#include "connection.hpp"
#include "fields.hpp"
#include "lull/store/records.hpp"
#include "row_statement.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

Marks marks_at(const RowStatement& row, int column, std::size_t count) {
  Marks marks;
  for (; count > 0; --count, ++column) {
    marks.push_back(row.is_null(column) ? Marks::Mark() : row.number(column));
  }
  return marks;
}

}  // namespace

std::string_view head_of(std::string_view payload) {
  if (payload.starts_with('\n')) return payload.substr(0, 1);
  const std::size_t end = payload.find("\n\n");
  return end == std::string_view::npos ? std::string_view() : payload.substr(0, end + 2);
}

void SqliteStore::each_head(TableId table, const std::function<void(const RowHead&)>& take) {
  codec_.require_open();
  if (codec_.seals()) {
    return walk_sealed(table, {}, Columns::heads, [&](Row&& row) {
      take({row.id, row.at, row.marks, row.payload});
      return true;
    });
  }
  translating("read the journal", [&] {
    const TableShape& shape = shape_of(table);
    std::string columns = "id, at";
    for (const std::string_view mark : shape.marks) columns.append(", ").append(mark);
    RowStatement row(database_, fmt::format("SELECT {}, payload FROM {}", columns, shape.name));
    while (row.step()) {
      const std::int64_t id = row.number(0);
      const std::string_view head = head_of(row.bytes(static_cast<int>(shape.marks.size()) + 2));
      if (head.empty()) {
        remember_damaged(table, id);
      } else {
        take({id, Instant{row.number(1)}, marks_at(row, 2, shape.marks.size()), head});
      }
    }
  });
}

void each_tag(std::string_view fields, const std::function<void(std::string_view)>& take) {
  constexpr std::string_view kKey = "tag ";
  // No tag has a backslash; what was imported might, and then it is written in two signs.
  if (fields.find('\\') != std::string_view::npos) {
    for (const std::string& tag : FieldReader(fields).texts("tag")) take(tag);
    return;
  }
  while (!fields.empty()) {
    const std::size_t end = std::min(fields.find('\n'), fields.size() - 1);
    const std::string_view line = fields.substr(0, end);
    fields.remove_prefix(end + 1);
    if (line.starts_with(kKey)) take(line.substr(kKey.size()));
  }
}

}  // namespace lull
