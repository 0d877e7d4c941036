#include "journal_file.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include "connection.hpp"
#include "file_gate.hpp"
#include "lull/store/sqlite_store.hpp"

namespace lull {

SQLite::Database open_for_reading(const std::filesystem::path& path) {
  check_header(path, kSchemaVersion);
  // What was cut short there must be taken back before it can be read.
  std::error_code none;
  const bool was_interrupted = std::filesystem::exists(path.string() + "-journal", none);
  return open_connection(sqlite_name(path),
                         was_interrupted ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY);
}

bool has_table(SQLite::Database& database, const std::string& name) {
  SQLite::Statement statement(database,
                              "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  statement.bind(1, name);
  return statement.executeStep();
}

bool is_structure_sound(SQLite::Database& database) {
  SQLite::Statement statement(database, "PRAGMA integrity_check(1)");
  return statement.executeStep() && statement.getColumn(0).getString() == "ok";
}

}  // namespace lull
