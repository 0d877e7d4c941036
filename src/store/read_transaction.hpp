#pragma once

#include <SQLiteCpp/Database.h>

namespace lull {

/// While it lives, several statements read the same state of the journal and lock it once. Does
/// nothing inside a change.
class ReadTransaction {
 public:
  explicit ReadTransaction(SQLite::Database& database);
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  SQLite::Database& database_;
  bool own_;
};

}  // namespace lull
