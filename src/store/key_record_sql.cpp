#include "key_record_sql.hpp"

#include <SQLiteCpp/Statement.h>
#include <sodium.h>

#include "lull/base/error.hpp"
#include "row_sql.hpp"
#include "sodium_start.hpp"

namespace lull {
namespace {

std::string digest_of_record(const std::string& bytes) {
  start_sodium();
  std::string digest(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), digest.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                     0);
  return digest;
}

}  // namespace

std::optional<KeyRecord> read_key_record(SQLite::Database& database) {
  SQLite::Statement statement(database, "SELECT record, digest FROM key_record");
  if (!statement.executeStep()) return std::nullopt;
  const std::string bytes = bytes_of(statement.getColumn(0));
  KeyRecord record;
  record.sound = false;
  try {
    record = parse_key_record(bytes);
    record.sound = digest_of_record(bytes) == bytes_of(statement.getColumn(1));
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
  bind_bytes(statement, 2, digest_of_record(bytes));
  statement.exec();
}

}  // namespace lull
