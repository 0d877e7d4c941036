#include "lull/store/locked_file.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "connection.hpp"

namespace lull {

bool is_locked_file(const std::filesystem::path& path) {
  try {
    SQLite::Database database(sqlite_name(path), SQLite::OPEN_READONLY);
    return database.tableExists("key_record") &&
           SQLite::Statement(database, "SELECT 1 FROM key_record").executeStep();
  } catch (const SQLite::Exception&) {
    return false;
  }
}

}  // namespace lull
