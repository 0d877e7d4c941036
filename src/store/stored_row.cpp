#include "stored_row.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <cstring>

namespace lull {

std::string column_list(TableId table) {
  std::string columns = "id, uid, at, day";
  for (const std::string_view mark : shape_of(table).marks) columns.append(", ").append(mark);
  return columns;
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

}  // namespace lull
