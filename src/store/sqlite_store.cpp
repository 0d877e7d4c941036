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
#include "row_sql.hpp"
#include "search_sql.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

// Rows are read in pieces of about so many bytes, so that no lock is held while they are used. The
// first one is small: who asks for the last ten entries shall not wait for five hundred.
constexpr std::size_t kFirstPieceBytes = 8 * 1024;

class SqliteChange : public Change {
 public:
  SqliteChange(SQLite::Database& database, const PayloadCodec& codec)
      : database_(database), codec_(codec), recorder_(database) {}

  std::int64_t insert(TableId table, const Row& row) override {
    return translating("save", [&] {
      Row whole = row;
      if (!whole.uid.is_set()) randombytes_buf(whole.uid.bytes.data(), whole.uid.bytes.size());
      if (whole.id == 0) whole.id = next_id(table);
      const TableShape& shape = shape_of(table);
      std::string holes = "?, ?, ?, ?";
      for (std::size_t i = 0; i < shape.marks.size(); ++i) holes += ", ?";
      SQLite::Statement statement(
          database_, fmt::format("INSERT INTO {}({}, payload, digest) VALUES({}, ?, ?)", shape.name,
                                 column_list(table), holes));
      const StoredRow stored = codec_.encode(table, whole);
      statement.bind(1, whole.id);
      const int at = bind_clear_columns(statement, stored.columns, 2);
      bind_bytes(statement, at, stored.bytes);
      bind_bytes(statement, at + 1, stored.digest);
      // A given number may be one that was removed in this very change: the session sees both.
      const bool numbered = row.id != 0;
      numbered ? recorder_.watch() : recorder_.look_away();
      statement.exec();
      if (!numbered) {
        recorder_.added(
            {table, whole.id, fingerprint_of(stored.columns, stored.bytes, stored.digest)});
      }
      recorder_.touched(table, RowAction::added, whole.id, row.day);
      return whole.id;
    });
  }

  void update(TableId table, const Row& row) override {
    translating("save", [&] {
      recorder_.watch();
      require_one(update_row(database_, table, codec_.encode(table, row)), row.id);
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
    if (!codec_.seals()) {  // else there is no index
      translating("remove", [&] {
        database_.exec("INSERT INTO entry_search(entry_search) VALUES('rebuild')");
      });
    }
    translating("remove", [&] { forget_changes_to(database_, recorder_.touched_rows()); });
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
  // A sealed row says its number, so it is known before the row is stored.
  std::int64_t next_id(TableId table) {
    const std::string_view name = shape_of(table).name;
    SQLite::Statement statement(
        database_, fmt::format("SELECT 1 + max((SELECT coalesce(max(seq), 0) FROM sqlite_sequence "
                               "WHERE name = ?), (SELECT coalesce(max(id), 0) FROM {}))",
                               name));
    statement.bind(1, std::string(name));
    statement.executeStep();
    return statement.getColumn(0).getInt64();
  }

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
  translating("open the journal", [&] { load_lock(); });
}

void SqliteStore::change(std::string_view name, const std::function<void(Change&)>& write) {
  translating("save", [&] {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    load_lock();  // another process may have set or removed it
    require_known_key();
    SqliteChange change(database_, codec_);
    write(change);
    change.log(log_time(), name);
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
    load_lock();
    require_known_key();
    ChangeRecorder recorder(database_);
    apply_change_backwards(database_, change_id, recorder);
    recorder.finish();
    log_change(database_, log_time(), "undo", change_id, recorder);
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
  return codec_.decode(table, stored_row_of(statement, table));
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
  const Columns columns = query.heads_only ? Columns::heads : Columns::all;
  if (codec_.seals()) return walk_sealed(table, query, columns, take);
  walk(table, query, columns, take);
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

std::vector<std::int64_t> SqliteStore::search(const SearchQuery& query, SearchOrder order) {
  codec_.require_open();
  if (codec_.seals()) return search_sealed(query, order);
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
