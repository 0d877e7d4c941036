#include "row_statement.hpp"

#include <SQLiteCpp/Exception.h>

namespace lull {

RowStatement::RowStatement(SQLite::Database& database, const std::string& sql)
    : connection_(database.getHandle()) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(connection_, sql.c_str(), static_cast<int>(sql.size()), &statement,
                           nullptr));
  statement_.reset(statement);
}

void RowStatement::check(int result) const {
  if (result != SQLITE_OK) throw SQLite::Exception(connection_, result);
}

void RowStatement::bind(int hole, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), hole, value));
}

void RowStatement::bind_pointer(int hole, void* pointer, const char* type) {
  check(sqlite3_bind_pointer(statement_.get(), hole, pointer, type, nullptr));
}

bool RowStatement::step() {
  const int result = sqlite3_step(statement_.get());
  if (result != SQLITE_ROW && result != SQLITE_DONE) throw SQLite::Exception(connection_, result);
  return result == SQLITE_ROW;
}

std::string_view RowStatement::bytes(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  if (bytes == nullptr) return {};
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

}  // namespace lull
