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

RowDigest digest_of_bytes(std::string_view bytes) {
  RowDigest digest{};
  if (bytes.size() == digest.size()) std::memcpy(digest.data(), bytes.data(), digest.size());
  return digest;
}

void bind_bytes(SQLite::Statement& statement, int at, const RowDigest& digest) {
  statement.bind(at, static_cast<const void*>(digest.data()), static_cast<int>(digest.size()));
}

Row clear_row_of(const RowStatement& statement, TableId table) {
  Row row;
  int at = 0;
  row.id = statement.number(at++);
  const std::string_view uid = statement.bytes(at++);
  if (uid.size() == row.uid.bytes.size()) {
    std::memcpy(row.uid.bytes.data(), uid.data(), uid.size());
  }
  row.at.seconds = statement.number(at++);
  row.day.number = static_cast<std::int32_t>(statement.number(at++));
  row.marks.resize(shape_of(table).marks.size());
  for (auto& mark : row.marks) {
    if (!statement.is_null(at)) mark = statement.number(at);
    ++at;
  }
  return row;
}

}  // namespace lull
