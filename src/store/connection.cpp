#include "connection.hpp"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <string_view>

namespace lull {
namespace {

constexpr int kBusyMilliseconds = 10'000;
constexpr int kLongestValue = 64 * 1024 * 1024;

void set_and_check(SQLite::Database& database, const char* name, const char* value,
                   std::string_view expected) {
  // Some answer with what holds from now on, the others have to be asked.
  SQLite::Statement set(database, fmt::format("PRAGMA {}={}", name, value));
  bool agrees = set.executeStep() && set.getColumn(0).getString() == expected;
  if (!agrees) {
    SQLite::Statement read(database, fmt::format("PRAGMA {}", name));
    agrees = read.executeStep() && read.getColumn(0).getString() == expected;
  }
  if (!agrees) {
    throw Error(
        ErrorKind::store,
        fmt::format("could not open the journal: SQLite would not keep {}={}", name, value));
  }
}

void harden(SQLite::Database& database) {
  sqlite3* handle = database.getHandle();
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValue);
}

}  // namespace

SQLite::Database open_connection(const std::string& path, int flags) {
  return translating("open the journal", [&] {
    // One thread at a time uses a connection, so SQLite need not lock it at every call.
    SQLite::Database database(path, flags | SQLITE_OPEN_NOMUTEX, kBusyMilliseconds);
    harden(database);
    // EXTRA also syncs the folder after the rollback journal is gone: with FULL a power cut could
    // take back the last entry that was said to be saved.
    const bool memory = path == ":memory:";
    set_and_check(database, "journal_mode", "DELETE", memory ? "memory" : "delete");
    set_and_check(database, "synchronous", "EXTRA", "3");
    set_and_check(database, "secure_delete", "ON", "1");
    set_and_check(database, "temp_store", "MEMORY", "2");
    set_and_check(database, "foreign_keys", "ON", "1");
    return database;
  });
}

std::string sqlite_name(const std::filesystem::path& path) {
  return path.is_absolute() ? path.string() : "./" + path.string();
}

Error to_error(const std::string& doing, int code, int extended_code) {
  const auto error = [&](ErrorKind kind, std::string_view reason, std::string hint = {}) {
    return Error(kind, fmt::format("could not {}: {}", doing, reason), std::move(hint));
  };
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return error(ErrorKind::busy, "another program holds the journal", "try again in a moment");
    case SQLITE_FULL:
      return error(ErrorKind::io, "no space is left on the disk",
                   "free some space elsewhere first, then try again");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return error(ErrorKind::store, "the journal file is damaged",
                   "keep a copy of lull.db, then: lull doctor");
    case SQLITE_READONLY:
      return error(ErrorKind::io, "the journal or its folder may not be written to");
    case SQLITE_CANTOPEN:
      return error(ErrorKind::io, "the journal or its folder could not be opened");
    case SQLITE_NOMEM:
      return error(ErrorKind::io, "there is not enough memory");
    case SQLITE_TOOBIG:
      return error(ErrorKind::usage, "the text is longer than a journal can hold (64 MiB)");
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return error(ErrorKind::io, "the system does not allow it");
    case SQLITE_IOERR:
      return error(ErrorKind::io,
                   fmt::format("the disk did not answer as it should ({})", extended_code));
    default:
      return error(ErrorKind::store, fmt::format("SQLite answered {}", extended_code),
                   "keep a copy of lull.db, then: lull doctor");
  }
}

}  // namespace lull
