#include "row_sql.hpp"

#include <fmt/format.h>

#include <cstring>

namespace lull {

std::string column_list(TableId table) {
  std::string columns = "id, uid, at, day";
  for (const std::string_view mark : shape_of(table).marks) columns.append(", ").append(mark);
  return columns;
}

int bind_clear_columns(SQLite::Statement& statement, const Row& row, int at) {
  statement.bind(at++, row.uid.bytes.data(), static_cast<int>(row.uid.bytes.size()));
  statement.bind(at++, row.at.seconds);
  statement.bind(at++, row.day.number);
  for (const auto& mark : row.marks) {
    if (mark) {
      statement.bind(at++, *mark);
    } else {
      statement.bind(at++);
    }
  }
  return at;
}

void bind_bytes(SQLite::Statement& statement, int at, const std::string& bytes) {
  // An empty string's data() is never null, so an empty payload stays a blob and doesn't become
  // NULL.
  statement.bind(at, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
}

std::string bytes_of(const SQLite::Column& column) {
  return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

Row clear_row_of(SQLite::Statement& statement, TableId table) {
  Row row;
  int at = 0;
  row.id = statement.getColumn(at++).getInt64();
  const SQLite::Column uid = statement.getColumn(at++);
  if (uid.getBytes() == static_cast<int>(row.uid.bytes.size())) {
    std::memcpy(row.uid.bytes.data(), uid.getBlob(), row.uid.bytes.size());
  }
  row.at.seconds = statement.getColumn(at++).getInt64();
  row.day.number = statement.getColumn(at++).getInt();
  row.marks.resize(shape_of(table).marks.size());
  for (auto& mark : row.marks) {
    const SQLite::Column column = statement.getColumn(at++);
    if (!column.isNull()) mark = column.getInt64();
  }
  return row;
}

StoredRow stored_row_of(SQLite::Statement& statement, TableId table) {
  const int after = statement.getColumnCount() - 2;
  return {clear_row_of(statement, table), bytes_of(statement.getColumn(after)),
          bytes_of(statement.getColumn(after + 1))};
}

int update_row(SQLite::Database& database, TableId table, const StoredRow& stored) {
  const TableShape& shape = shape_of(table);
  std::string sets = "uid = ?, at = ?, day = ?";
  for (const std::string_view mark : shape.marks) sets.append(fmt::format(", {} = ?", mark));
  SQLite::Statement statement(
      database,
      fmt::format("UPDATE {} SET {}, payload = ?, digest = ? WHERE id = ?", shape.name, sets));
  const int at = bind_clear_columns(statement, stored.columns, 1);
  bind_bytes(statement, at, stored.bytes);
  bind_bytes(statement, at + 1, stored.digest);
  statement.bind(at + 2, stored.columns.id);
  return statement.exec();
}

}  // namespace lull
