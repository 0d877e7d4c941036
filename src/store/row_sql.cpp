#include "row_sql.hpp"

#include <fmt/format.h>

namespace lull {

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

StoredRow stored_row_of(const RowStatement& statement, TableId table) {
  const int after = statement.columns() - 2;
  return {clear_row_of(statement, table), std::string(statement.bytes(after)),
          digest_of_bytes(statement.bytes(after + 1))};
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
