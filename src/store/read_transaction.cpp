#include "read_transaction.hpp"

#include <sqlite3.h>

namespace lull {

ReadTransaction::ReadTransaction(SQLite::Database& database)
    : database_(database), own_(sqlite3_get_autocommit(database.getHandle()) != 0) {
  if (own_) database_.exec("BEGIN");
}

// Nothing was written, so there is nothing that could not be kept.
ReadTransaction::~ReadTransaction() {
  if (own_) static_cast<void>(database_.tryExec("ROLLBACK"));
}

}  // namespace lull
