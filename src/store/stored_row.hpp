#pragma once

#include <array>
#include <string>

#include "lull/store/row.hpp"
#include "row_statement.hpp"

namespace SQLite {
class Column;
class Statement;
}  // namespace SQLite

namespace lull {

/// The clear columns of a table, for SELECT and INSERT: id, uid, at, day, and its marks.
std::string column_list(TableId table);
/// A row without its payload, from a statement that begins with column_list().
Row clear_row_of(const RowStatement& statement, TableId table);

using RowDigest = std::array<char, 32>;

std::string bytes_of(const SQLite::Column& column);
/// Zeros where they are no digest, which agrees with no row.
RowDigest digest_of_bytes(std::string_view bytes);
void bind_bytes(SQLite::Statement& statement, int at, const std::string& bytes);
void bind_bytes(SQLite::Statement& statement, int at, const RowDigest& digest);

}  // namespace lull
