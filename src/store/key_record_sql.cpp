#include "key_record_sql.hpp"

#include <SQLiteCpp/Statement.h>

#include "blake2b.hpp"
#include "lull/base/error.hpp"
#include "row_sql.hpp"

namespace lull {
std::optional<KeyRecord> read_key_record(SQLite::Database& database) {
  SQLite::Statement statement(database, "SELECT record, digest FROM key_record");
  if (!statement.executeStep()) return std::nullopt;
  const std::string bytes = bytes_of(statement.getColumn(0));
  KeyRecord record;
  record.sound = false;
  try {
    record = parse_key_record(bytes);
    record.sound = blake2b_of(bytes) == bytes_of(statement.getColumn(1));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::store) throw;
  }
  return record;
}

void write_key_record(SQLite::Database& database, const std::optional<KeyRecord>& record) {
  database.exec("DELETE FROM key_record");
  if (!record) return;
  SQLite::Statement statement(database,
                              "INSERT INTO key_record(id, record, digest) VALUES(1, ?, ?)");
  const std::string bytes = to_bytes(*record);
  bind_bytes(statement, 1, bytes);
  bind_bytes(statement, 2, blake2b_of(bytes));
  statement.exec();
}

}  // namespace lull
