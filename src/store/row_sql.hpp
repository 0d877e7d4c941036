#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>

#include "payload_codec.hpp"
#include "stored_row.hpp"

namespace lull {

/// Binds everything of them but the id, from hole `at` on; returns the next hole.
int bind_clear_columns(SQLite::Statement& statement, const Row& row, int at);
/// The row of a statement that begins with column_list(), with payload and digest, which stand
/// last.
StoredRow stored_row_of(const RowStatement& statement, TableId table);
/// Replaces the row of that id; returns how many there were.
int update_row(SQLite::Database& database, TableId table, const StoredRow& stored);

}  // namespace lull
