#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <map>

#include "change_log.hpp"
#include "connection.hpp"
#include "payload_codec.hpp"
#include "row_inserter.hpp"
#include "row_sql.hpp"
#include "search_sql.hpp"
#include "sodium_start.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

class SqliteChange : public Change {
 public:
  SqliteChange(SQLite::Database& database, const PayloadCodec& codec)
      : database_(database), codec_(codec), recorder_(database) {}

  std::int64_t insert(TableId table, const Row& row) override {
    return translating("save", [&] {
      Row whole = row;
      if (!whole.uid.is_set()) randombytes_buf(whole.uid.bytes.data(), whole.uid.bytes.size());
      RowInserter& inserter = inserter_of(table);
      if (whole.id == 0) whole.id = inserter.next_id();
      const StoredRow stored = codec_.encode(table, whole);
      // A given number may be one that was removed in this very change: the session sees both.
      const bool numbered = row.id != 0;
      numbered ? recorder_.watch() : recorder_.look_away();
      inserter.insert(stored);
      if (!numbered) {
        recorder_.added({table, whole.id,
                         fingerprint_of(stored.columns, stored.bytes,
                                        {stored.digest.data(), stored.digest.size()})});
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
  RowInserter& inserter_of(TableId table) {
    return inserters_.try_emplace(table, database_, table).first->second;
  }

  static void require_one(int changed, std::int64_t id) {
    if (changed != 1) {
      throw Error(ErrorKind::not_found, fmt::format("could not find number {}", id));
    }
  }

  SQLite::Database& database_;
  const PayloadCodec& codec_;
  ChangeRecorder recorder_;
  std::map<TableId, RowInserter> inserters_;
  bool forgotten_ = false;
};

}  // namespace

SqliteStore::SqliteStore(SQLite::Database database, const Clock* clock)
    : database_(std::move(database)), clock_(clock) {
  add_search_function(database_);
  translating("open the journal", [&] { load_lock(); });
}

void SqliteStore::change(std::string_view name, const std::function<void(Change&)>& write) {
  start_sodium();
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
