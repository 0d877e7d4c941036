#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <limits>

#include "change_log.hpp"
#include "connection.hpp"
#include "payload_codec.hpp"
#include "search_sql.hpp"
#include "sqlite_store.hpp"
#include "stored_row.hpp"

namespace lull {
namespace {

// Rows are read in pieces of about so many bytes, so that no lock is held while they are used. The
// first one is small: who asks for the last ten entries shall not wait for five hundred.
constexpr std::size_t kFirstPieceBytes = 8 * 1024;
constexpr std::size_t kPieceBytes = 256 * 1024;

int bind_clear_columns(SQLite::Statement& statement, const Row& row, int at) {
  statement.bind(at++, row.uid.bytes.data(), static_cast<int>(row.uid.bytes.size()));
  statement.bind(at++, row.at.seconds);
  statement.bind(at++, row.day.number);
  for (const auto& mark : row.marks) {
    if (mark) {
      statement.bind(at++, *mark);
    } else {
      statement.bind(at++);
    }
  }
  return at;
}

class SqliteChange : public Change {
 public:
  SqliteChange(SQLite::Database& database, const PayloadCodec& codec)
      : database_(database), codec_(codec), recorder_(database) {}

  std::int64_t insert(TableId table, const Row& row) override {
    return translating("save", [&] {
      Row stored = row;
      if (!stored.uid.is_set()) randombytes_buf(stored.uid.bytes.data(), stored.uid.bytes.size());
      const TableShape& shape = shape_of(table);
      std::string holes = "?, ?, ?, ?";
      for (std::size_t i = 0; i < shape.marks.size(); ++i) holes += ", ?";
      SQLite::Statement statement(
          database_, fmt::format("INSERT INTO {}({}, payload, digest) VALUES({}, ?, ?)", shape.name,
                                 column_list(table), holes));
      if (row.id != 0) {
        statement.bind(1, row.id);
      } else {
        statement.bind(1);
      }
      const int at = bind_clear_columns(statement, stored, 2);
      const StoredPayload payload = codec_.encode(table, stored);
      bind_bytes(statement, at, payload.bytes);
      bind_bytes(statement, at + 1, payload.digest);
      // A given number may be one that was removed in this very change: the session sees both.
      const bool numbered = row.id != 0;
      numbered ? recorder_.watch() : recorder_.look_away();
      statement.exec();
      const std::int64_t id = database_.getLastInsertRowid();
      if (!numbered) {
        recorder_.added({table, id, fingerprint_of(stored, payload.bytes, payload.digest)});
      }
      recorder_.touched(table, RowAction::added, id, row.day);
      return id;
    });
  }

  void update(TableId table, const Row& row) override {
    translating("save", [&] {
      const TableShape& shape = shape_of(table);
      std::string sets = "uid = ?, at = ?, day = ?";
      for (const std::string_view mark : shape.marks) sets.append(fmt::format(", {} = ?", mark));
      SQLite::Statement statement(
          database_,
          fmt::format("UPDATE {} SET {}, payload = ?, digest = ? WHERE id = ?", shape.name, sets));
      const int at = bind_clear_columns(statement, row, 1);
      const StoredPayload payload = codec_.encode(table, row);
      bind_bytes(statement, at, payload.bytes);
      bind_bytes(statement, at + 1, payload.digest);
      statement.bind(at + 2, row.id);
      recorder_.watch();
      require_one(statement.exec(), row.id);
      recorder_.touched(table, RowAction::changed, row.id, row.day);
    });
  }

  void erase(TableId table, std::int64_t id) override {
    translating("remove", [&] {
      SQLite::Statement statement(
          database_,
          fmt::format("DELETE FROM {} WHERE id = ? RETURNING day", shape_of(table).name));
      statement.bind(1, id);
      recorder_.watch();
      int removed = 0;
      Day day;
      // To its end: a statement that returns rows and is let go of halfway may take the whole
      // transaction back.
      for (; statement.executeStep(); ++removed) day.number = statement.getColumn(0).getInt();
      require_one(removed, id);
      recorder_.touched(table, RowAction::removed, id, day);
    });
  }

  void forget_erased() override {
    translating("remove", [&] {
      database_.exec("INSERT INTO entry_search(entry_search) VALUES('rebuild')");
      forget_changes_to(database_, recorder_.touched_rows());
    });
    forgotten_ = true;
  }

  void forget_changes() override {
    translating("remove", [&] { lull::forget_changes(database_); });
    forgotten_ = true;
  }

  void log(Instant at, std::string_view name) {
    if (forgotten_) return;
    recorder_.finish();
    log_change(database_, at, name, std::nullopt, recorder_);
  }

 private:
  static void require_one(int changed, std::int64_t id) {
    if (changed != 1) {
      throw Error(ErrorKind::not_found, fmt::format("could not find number {}", id));
    }
  }

  SQLite::Database& database_;
  const PayloadCodec& codec_;
  ChangeRecorder recorder_;
  bool forgotten_ = false;
};

}  // namespace

SqliteStore::SqliteStore(SQLite::Database database, const Clock* clock)
    : database_(std::move(database)), clock_(clock) {
  if (sodium_init() < 0) {
    throw Error(ErrorKind::io, "could not start: the system gives no random numbers");
  }
  add_search_function(database_);
}

void SqliteStore::change(std::string_view name, const std::function<void(Change&)>& write) {
  translating("save", [&] {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    SqliteChange change(database_, codec_);
    write(change);
    change.log(now(), name);
    transaction.commit();
    has_written_ = true;
  });
}

std::vector<LoggedChange> SqliteStore::changes() {
  return translating("read the last changes", [&] { return read_changes(database_); });
}

std::optional<Instant> SqliteStore::first_change_after(Instant since) {
  return translating("read the last changes", [&]() -> std::optional<Instant> {
    SQLite::Statement statement(database_, "SELECT min(at) FROM change_log WHERE at > ?");
    statement.bind(1, since.seconds);
    if (!statement.executeStep() || statement.getColumn(0).isNull()) return std::nullopt;
    return Instant{statement.getColumn(0).getInt64()};
  });
}

void SqliteStore::take_back(std::int64_t change_id) {
  translating("take the change back", [&] {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    ChangeRecorder recorder(database_);
    apply_change_backwards(database_, change_id, recorder);
    recorder.finish();
    log_change(database_, now(), "undo", change_id, recorder);
    transaction.commit();
    has_written_ = true;
  });
}

std::optional<Row> SqliteStore::find(TableId table, std::int64_t id) {
  return translating("read the journal", [&]() -> std::optional<Row> {
    SQLite::Statement statement(database_,
                                fmt::format("SELECT {}, payload, digest FROM {} WHERE id = ?",
                                            column_list(table), shape_of(table).name));
    statement.bind(1, id);
    if (!statement.executeStep()) return std::nullopt;
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

std::optional<Row> SqliteStore::read_row(SQLite::Statement& statement, TableId table) const {
  Row row = clear_row_of(statement, table);
  const int after = statement.getColumnCount() - 2;
  std::optional<std::string> payload = codec_.decode(
      table, row, {bytes_of(statement.getColumn(after)), bytes_of(statement.getColumn(after + 1))});
  if (!payload) return std::nullopt;
  row.payload = std::move(*payload);
  return row;
}

std::string_view SqliteStore::more_columns(Columns columns) {
  switch (columns) {
    case Columns::clear:
      break;
    case Columns::heads:
      return ", substr(payload, 1, instr(payload, x'0A0A') + 1)";
    case Columns::all:
      return ", payload, digest";
  }
  return "";
}

bool SqliteStore::read_piece(TableId table, Cursor& cursor, Columns columns,
                             std::vector<Row>& piece) {
  return translating("read the journal", [&] {
    const bool newest_first = cursor.newest_first;
    SQLite::Statement statement(
        database_,
        fmt::format("SELECT {}{} FROM {} WHERE (at, id) {} (?, ?) AND at >= ? AND at < ? "
                    "ORDER BY at {}, id {}",
                    column_list(table), more_columns(columns), shape_of(table).name,
                    newest_first ? "<" : ">", newest_first ? "DESC" : "ASC",
                    newest_first ? "DESC" : "ASC"));
    statement.bind(1, cursor.at);
    statement.bind(2, cursor.id);
    statement.bind(3, cursor.from);
    statement.bind(4, cursor.before);
    for (std::size_t bytes = 0; bytes < cursor.piece_bytes;) {
      if (!statement.executeStep()) return false;
      Row clear = clear_row_of(statement, table);
      cursor.at = clear.at.seconds;
      cursor.id = clear.id;
      if (columns != Columns::all) {
        if (columns == Columns::heads) {
          clear.payload = bytes_of(statement.getColumn(statement.getColumnCount() - 1));
        }
        bytes += sizeof(Row) + clear.payload.size();
        piece.push_back(std::move(clear));
      } else if (std::optional<Row> row = read_row(statement, table)) {
        bytes += sizeof(Row) + row->payload.size();
        piece.push_back(std::move(*row));
      } else {
        remember_damaged(table, clear.id);
      }
    }
    return true;
  });
}

void SqliteStore::walk(TableId table, const RowQuery& query, Columns columns,
                       const std::function<bool(Row&&)>& take) {
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  Cursor cursor{query.newest_first ? kMost : kLeast,
                query.newest_first ? kMost : kLeast,
                query.from ? query.from->seconds : kLeast,
                query.before ? query.before->seconds : kMost,
                query.newest_first,
                kFirstPieceBytes};
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
  walk(table, query, query.heads_only ? Columns::heads : Columns::all, take);
}

void SqliteStore::each_in_clear(TableId table, const RowQuery& query,
                                const std::function<bool(Row&&)>& take) {
  walk(table, query, Columns::clear, take);
}

std::vector<std::int64_t> SqliteStore::search(const SearchQuery& query, SearchOrder order) {
  return translating("search the journal", [&] { return run_search(database_, query, order); });
}

std::int64_t SqliteStore::count(TableId table) {
  return translating("read the journal", [&] {
    SQLite::Statement statement(database_,
                                fmt::format("SELECT count(*) FROM {}", shape_of(table).name));
    statement.executeStep();
    return std::int64_t{statement.getColumn(0).getInt64()};
  });
}

void SqliteStore::remember_damaged(TableId table, std::int64_t id) {
  const bool known = std::any_of(damaged_.begin(), damaged_.end(), [&](const DamagedRow& row) {
    return row.table == table && row.id == id;
  });
  if (!known) damaged_.push_back({table, id});
}

}  // namespace lull
