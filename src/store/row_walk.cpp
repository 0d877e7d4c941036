// Reading rows: one, or all of a table in pieces.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "connection.hpp"
#include "lull/base/parts.hpp"
#include "row_sql.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

// Rows are read in pieces of about so many bytes, so that no lock is held while they are used. The
// first one is small: who asks for the last ten entries shall not wait for five hundred.
constexpr std::size_t kFirstPieceBytes = std::size_t{8} * 1024;

// Under so many a second thread costs more than it saves.
constexpr std::size_t kFewSealed = 8;

}  // namespace

std::optional<Row> SqliteStore::find(TableId table, std::int64_t id) {
  return translating("read the journal", [&]() -> std::optional<Row> {
    RowStatement statement(database_, fmt::format("SELECT {}, payload, digest FROM {} WHERE id = ?",
                                                  column_list(table), shape_of(table).name));
    statement.bind(1, id);
    if (!statement.step()) return std::nullopt;
    std::optional<Row> row = read_row(statement, table);
    if (!row) {
      remember_damaged(table, id);
      throw Error(ErrorKind::store,
                  fmt::format("could not read {} {}: it is damaged", shape_of(table).name, id),
                  "keep a copy of lull.db, then: lull doctor");
    }
    return row;
  });
}

std::optional<Row> SqliteStore::read_row(const RowStatement& statement, TableId table) const {
  return codec_.decode(table, stored_row_of(statement, table));
}

// Sealed ones on all processors: opening one takes as long as reading twenty.
void SqliteStore::open_rows(TableId table, std::vector<StoredRow> stored, std::vector<Row>& rows) {
  std::vector<std::int64_t> ids;
  ids.reserve(stored.size());
  for (const StoredRow& row : stored) ids.push_back(row.columns.id);
  std::vector<std::optional<Row>> opened(stored.size());
  const std::size_t few = codec_.seals() ? kFewSealed : std::numeric_limits<std::size_t>::max();
  in_parts(stored.size(), few, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      opened[i] = codec_.decode(table, std::move(stored[i]));
    }
  });
  rows.reserve(rows.size() + opened.size());
  for (std::size_t i = 0; i < opened.size(); ++i) {
    if (opened[i]) {
      rows.push_back(std::move(*opened[i]));
    } else {
      remember_damaged(table, ids[i]);
    }
  }
}

bool SqliteStore::read_piece(TableId table, Cursor& cursor, Columns columns,
                             std::vector<Row>& piece) {
  std::vector<StoredRow> stored;
  const bool more = translating("read the journal", [&] {
    const bool newest_first = cursor.newest_first;
    RowStatement statement(
        database_,
        fmt::format("SELECT {}{} FROM {} WHERE (at, id) {} (?, ?) AND at >= ? AND at < ? "
                    "ORDER BY at {}, id {}",
                    column_list(table), columns == Columns::all ? ", payload, digest" : "",
                    shape_of(table).name, newest_first ? "<" : ">", newest_first ? "DESC" : "ASC",
                    newest_first ? "DESC" : "ASC"));
    statement.bind(1, cursor.at);
    statement.bind(2, cursor.id);
    statement.bind(3, cursor.from);
    statement.bind(4, cursor.before);
    for (std::size_t bytes = 0; bytes < cursor.piece_bytes;) {
      if (!statement.step()) return false;
      if (columns == Columns::all) stored.push_back(stored_row_of(statement, table));
      if (columns != Columns::all) piece.push_back(clear_row_of(statement, table));
      const Row& last = columns == Columns::all ? stored.back().columns : piece.back();
      cursor.at = last.at.seconds;
      cursor.id = last.id;
      bytes += sizeof(Row) + (columns == Columns::all ? stored.back().bytes.size() : 0);
    }
    return true;
  });
  open_rows(table, std::move(stored), piece);
  return more;
}

SqliteStore::Cursor SqliteStore::start_of(const RowQuery& query) {
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  return {query.newest_first ? kMost : kLeast,
          query.newest_first ? kMost : kLeast,
          query.from ? query.from->seconds : kLeast,
          query.before ? query.before->seconds : kMost,
          query.newest_first,
          kFirstPieceBytes};
}

void SqliteStore::walk(TableId table, const RowQuery& query, Columns columns,
                       const std::function<bool(Row&&)>& take) {
  Cursor cursor = start_of(query);
  for (bool more = true; more;) {
    std::vector<Row> piece;
    more = read_piece(table, cursor, columns, piece);
    cursor.piece_bytes = std::min(cursor.piece_bytes * 4, kPieceBytes);
    for (Row& row : piece) {
      if (!take(std::move(row))) return;
    }
  }
}

void SqliteStore::each(TableId table, const RowQuery& query,
                       const std::function<bool(Row&&)>& take) {
  codec_.require_open();
  if (codec_.seals()) return walk_sealed(table, query, Columns::all, take);
  walk(table, query, Columns::all, take);
}

// Periods and contacts have all that is asked for in clear, whether or not the key is there.
void SqliteStore::each_in_clear(TableId table, const RowQuery& query,
                                const std::function<bool(Row&&)>& take) {
  const bool tells_more = table == TableId::entry || table == TableId::revision;
  if (codec_.seals() && codec_.can_open() && tells_more) {
    return walk_sealed(table, query, Columns::clear, take);
  }
  walk(table, query, Columns::clear, take);
}

// The index over the breaks holds all that is asked for: the rows themselves are not read.
std::vector<DaySpan> SqliteStore::breaks() {
  return translating("read the journal", [&] {
    RowStatement statement(
        database_, "SELECT day, last_day FROM contact WHERE breaks = 1 ORDER BY day, last_day");
    const auto day = [&](int column) {
      return Day{static_cast<std::int32_t>(statement.number(column))};
    };
    std::vector<DaySpan> breaks;
    while (statement.step()) breaks.push_back({day(0), day(1)});
    return breaks;
  });
}

}  // namespace lull
