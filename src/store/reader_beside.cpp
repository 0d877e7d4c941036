#include "reader_beside.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <string>

namespace lull {
namespace {

// Whether another file stands where this one was opened: a restore puts it there.
bool has_moved(SQLite::Database& database) {
  int moved = 0;
  const int answer =
      sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return answer != SQLITE_OK || moved != 0;
}

}  // namespace

std::optional<SQLite::Database> open_beside(SQLite::Database& reading) {
  sqlite3* const handle = reading.getHandle();
  const char* const path = sqlite3_db_filename(handle, "main");
  if (path == nullptr || *path == '\0') return std::nullopt;
  if (sqlite3_txn_state(handle, "main") != SQLITE_TXN_READ) return std::nullopt;
  try {
    SQLite::Database beside(std::string(path), SQLite::OPEN_READONLY | SQLITE_OPEN_NOMUTEX);
    sqlite3_extended_result_codes(beside.getHandle(), 1);
    sqlite3_db_config(beside.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    beside.exec("BEGIN; SELECT 1 FROM sqlite_schema");
    if (has_moved(reading)) return std::nullopt;
    return beside;
  } catch (const SQLite::Exception&) {
    return std::nullopt;
  }
}

}  // namespace lull
