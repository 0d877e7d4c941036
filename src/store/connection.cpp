#include "connection.hpp"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <thread>

namespace lull {
namespace {

constexpr std::chrono::seconds kLongestWait{10};
constexpr int kLeastTries = 400;
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

// SQLite counts the memory it takes, under a lock, and nobody asks. This is refused once it runs,
// and then it counts.
void stop_counting_memory() {
  static const int answer = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(answer);
}

std::chrono::microseconds pause_before_try(int tries, std::chrono::milliseconds waited) {
  constexpr int kFirst = 1000;
  constexpr int kLongest = 24'000;
  constexpr int kShortest = 2000;
  // A prime's multiples stand in for chance, so that two that began together part.
  const int spread = 1000 * (tries * 7 % 5);
  if (tries < 4) return std::chrono::microseconds(kFirst * (1 + tries) + spread / 4);
  const auto less = static_cast<int>(std::min<std::int64_t>(waited.count(), 2000)) * 11;
  return std::chrono::microseconds(std::max(kShortest, kLongest - less) + spread);
}

// SQLite's own waiting asks ever more seldom, so that whoever came last is served first and one of
// many can wait in vain. Here who has waited longer asks more often. Where the processors are so
// busy that it was hardly asked at all, ten seconds are not the end.
int wait_for_lock(void* /*context*/, int tries) {
  using std::chrono::steady_clock;
  thread_local steady_clock::time_point since;
  if (tries == 0) since = steady_clock::now();
  const auto waited =
      std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - since);
  if (waited >= kLongestWait && tries >= kLeastTries) return 0;
  std::this_thread::sleep_for(pause_before_try(tries, waited));
  return 1;
}

void harden(SQLite::Database& database) {
  sqlite3* handle = database.getHandle();
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_handler(handle, wait_for_lock, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValue);
}

}  // namespace

SQLite::Database open_connection(const std::string& path, int flags) {
  stop_counting_memory();
  return translating("open the journal", [&] {
    // One thread at a time uses a connection, so SQLite need not lock it at every call.
    SQLite::Database database(path, flags | SQLITE_OPEN_NOMUTEX);
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
