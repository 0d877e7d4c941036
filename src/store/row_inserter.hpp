#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>

#include "payload_codec.hpp"

namespace lull {

/// Adds rows to one table within one transaction: the statement is prepared once, however many rows
/// an import brings. Throws SQLite::Exception.
class RowInserter {
 public:
  RowInserter(SQLite::Database& database, TableId table);

  /// The number that the next row gets: one that no row has or ever had. A sealed row says its
  /// number, so it is known before the row is stored.
  std::int64_t next_id() const { return next_id_; }
  void insert(const StoredRow& row);

 private:
  SQLite::Statement statement_;
  std::int64_t next_id_;
};

}  // namespace lull
