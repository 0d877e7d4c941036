#include "lull/store/locked_file.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include "connection.hpp"
#include "file_gate.hpp"
#include "lull/base/error.hpp"
#include "migrate.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

bool holds_key(const std::string& name, int flags) {
  SQLite::Database database(name, flags);
  return database.tableExists("key_record") &&
         SQLite::Statement(database, "SELECT 1 FROM key_record").executeStep();
}

}  // namespace

bool is_locked_file(const std::filesystem::path& path) {
  const std::string name = sqlite_name(path);
  try {
    return holds_key(name, SQLite::OPEN_READONLY);
  } catch (const SQLite::Exception& error) {
    if (error.getExtendedErrorCode() != SQLITE_READONLY_ROLLBACK) return false;
  }
  // A change was cut short there, which must be taken back before anything can be read.
  try {
    return holds_key(name, SQLite::OPEN_READWRITE);
  } catch (const SQLite::Exception&) {
    return false;
  }
}

void seal_copy(const std::filesystem::path& path, const KeyRecord& lock, const SecretKey& key) {
  translating("seal the copy", [&] {
    check_header(path, kSchemaVersion, Readers::anyone);
    SQLite::Database database = open_connection(sqlite_name(path), SQLite::OPEN_READWRITE);
    if (version_of(database) < kSchemaVersion) migrate(database);
    SqliteStore store(std::move(database));
    if (store.lock()) {
      throw Error(ErrorKind::store, "could not seal the copy: it is sealed already");
    }
    store.relock(lock, key);
  });
}

void rewrite_file(const std::filesystem::path& path) {
  translating("clear the file of what it held", [&] {
    check_header(path, kSchemaVersion);
    open_connection(sqlite_name(path), SQLite::OPEN_READWRITE).exec("VACUUM");
  });
}

}  // namespace lull
