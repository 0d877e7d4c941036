#pragma once

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace lull {

/// A statement for walks over many rows. SQLiteCpp's shares its ownership with every column that is
/// read, which costs more than the reading. Throws SQLite::Exception, as that does.
class RowStatement {
 public:
  RowStatement(SQLite::Database& database, const std::string& sql);

  /// Holes count from 1.
  void bind(int hole, std::int64_t value);
  void bind_pointer(int hole, void* pointer, const char* type);
  /// Goes to the next row; false after the last.
  bool step();
  /// Back to before the first row; what was bound stays.
  void reset() { sqlite3_reset(statement_.get()); }

  /// Columns count from 0.
  int columns() const { return sqlite3_column_count(statement_.get()); }
  bool is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
  }
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  /// Only until the next step.
  std::string_view bytes(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  void check(int result) const;

  sqlite3* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace lull
