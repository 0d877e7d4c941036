#include "row_inserter.hpp"

#include <SQLiteCpp/Column.h>
#include <fmt/format.h>

#include <algorithm>

#include "row_sql.hpp"

namespace lull {
namespace {

std::string insertion_of(TableId table) {
  const TableShape& shape = shape_of(table);
  std::string holes = "?, ?, ?, ?";
  for (std::size_t i = 0; i < shape.marks.size(); ++i) holes += ", ?";
  return fmt::format("INSERT INTO {}({}, payload, digest) VALUES({}, ?, ?)", shape.name,
                     column_list(table), holes);
}

std::int64_t unused_id(SQLite::Database& database, TableId table) {
  const std::string_view name = shape_of(table).name;
  SQLite::Statement statement(
      database, fmt::format("SELECT 1 + max((SELECT coalesce(max(seq), 0) FROM sqlite_sequence "
                            "WHERE name = ?), (SELECT coalesce(max(id), 0) FROM {}))",
                            name));
  statement.bind(1, std::string(name));
  statement.executeStep();
  return statement.getColumn(0).getInt64();
}

}  // namespace

RowInserter::RowInserter(SQLite::Database& database, TableId table)
    : statement_(database, insertion_of(table)), next_id_(unused_id(database, table)) {}

void RowInserter::insert(const StoredRow& row) {
  statement_.reset();
  statement_.bind(1, row.columns.id);
  const int at = bind_clear_columns(statement_, row.columns, 2);
  bind_bytes(statement_, at, row.bytes);
  bind_bytes(statement_, at + 1, row.digest);
  statement_.exec();
  next_id_ = std::max(next_id_, row.columns.id + 1);
}

}  // namespace lull
