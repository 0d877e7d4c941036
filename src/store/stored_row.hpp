#pragma once

#include <string>

#include "lull/store/row.hpp"

namespace SQLite {
class Column;
class Statement;
}  // namespace SQLite

namespace lull {

/// The clear columns of a table, for SELECT and INSERT: id, uid, at, day, and its marks.
std::string column_list(TableId table);
/// A row without its payload, from a statement that begins with column_list().
Row clear_row_of(SQLite::Statement& statement, TableId table);

std::string bytes_of(const SQLite::Column& column);
void bind_bytes(SQLite::Statement& statement, int at, const std::string& bytes);

}  // namespace lull
