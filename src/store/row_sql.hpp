#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>

#include "payload_codec.hpp"

namespace lull {

/// "id, uid, at, day" and the table's own clear columns.
std::string column_list(TableId table);
/// Binds everything of them but the id, from hole `at` on; returns the next hole.
int bind_clear_columns(SQLite::Statement& statement, const Row& row, int at);
void bind_bytes(SQLite::Statement& statement, int at, const std::string& bytes);
std::string bytes_of(const SQLite::Column& column);
/// The columns of column_list, which stand first in the statement.
Row clear_row_of(SQLite::Statement& statement, TableId table);
/// The same with payload and digest, which stand last.
StoredRow stored_row_of(SQLite::Statement& statement, TableId table);
/// Replaces the row of that id; returns how many there were.
int update_row(SQLite::Database& database, TableId table, const StoredRow& stored);

}  // namespace lull
