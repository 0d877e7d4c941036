// Putting the whole journal under a lock, or taking it off.
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "change_log.hpp"
#include "connection.hpp"
#include "key_record_sql.hpp"
#include "row_sql.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

std::vector<std::int64_t> ids_of(SQLite::Database& database, TableId table) {
  SQLite::Statement statement(database,
                              fmt::format("SELECT id FROM {} ORDER BY id", shape_of(table).name));
  std::vector<std::int64_t> ids;
  while (statement.executeStep()) ids.push_back(statement.getColumn(0).getInt64());
  return ids;
}

StoredRow stored_row(SQLite::Database& database, TableId table, std::int64_t id) {
  RowStatement statement(database, fmt::format("SELECT {}, payload, digest FROM {} WHERE id = ?",
                                               column_list(table), shape_of(table).name));
  statement.bind(1, id);
  statement.step();
  return stored_row_of(statement, table);
}

bool is_same(const Row& one, const Row& other) {
  return one.id == other.id && one.uid == other.uid && one.at == other.at && one.day == other.day &&
         one.marks == other.marks && one.payload == other.payload;
}

// A row that is damaged already would stay in the file as it is.
[[noreturn]] void throw_damaged(TableId table, std::int64_t id) {
  throw Error(ErrorKind::store,
              fmt::format("could not change the lock: {} {} is damaged; nothing was changed",
                          shape_of(table).name, id),
              "keep a copy of lull.db before anything else");
}

void recode(SQLite::Database& database, TableId table, std::int64_t id, const PayloadCodec& now,
            const PayloadCodec& next) {
  const std::optional<Row> row = now.decode(table, stored_row(database, table, id));
  if (!row) throw_damaged(table, id);
  update_row(database, table, next.encode(table, *row));
  const std::optional<Row> back = next.decode(table, stored_row(database, table, id));
  if (!back || !is_same(*row, *back)) throw_damaged(table, id);
}

}  // namespace

// The triggers of the word index rest while a key record is there, so it comes first and goes last.
void SqliteStore::relock_rows(const std::optional<KeyRecord>& lock, const PayloadCodec& next) {
  forget_changes(database_);  // they hold rows in the form from before
  if (lock) {
    write_key_record(database_, lock);
    database_.exec("INSERT INTO entry_search(entry_search) VALUES('delete-all')");
  }
  for (const TableId table : all_tables()) {
    for (const std::int64_t id : ids_of(database_, table)) {
      recode(database_, table, id, codec_, next);
    }
  }
  if (!lock) {
    write_key_record(database_, lock);
    database_.exec("INSERT INTO entry_search(entry_search) VALUES('rebuild')");
  }
}

void SqliteStore::relock(const std::optional<KeyRecord>& lock, const SecretKey& key) {
  codec_.require_open();
  if (lock && (!key || !is_pair(*key, lock->public_key))) {
    throw Error(ErrorKind::locked, "could not change the lock: this is the key of another one");
  }
  bool only_record = false;
  const PayloadCodec next = lock ? PayloadCodec(lock->public_key, key) : PayloadCodec();
  translating("change the lock", [&] {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    load_lock();
    codec_.require_open();
    require_known_key();
    only_record = lock && lock_ && lock_->public_key == lock->public_key;
    if (only_record) {
      write_key_record(database_, lock);
    } else if (lock || lock_) {
      relock_rows(lock, next);
    }
    transaction.commit();
  });
  lock_ = lock;
  key_ = key;
  codec_ = next;
  if (known_key_) known_key_ = lock ? std::optional(lock->public_key) : std::nullopt;
  if (only_record) return;
  translating("clear the file of what it held", [&] { database_.exec("VACUUM"); });
  read_all_back();
}

void SqliteStore::read_all_back() {
  damaged_.clear();
  for (const TableId table : all_tables()) {
    each(table, {}, [](Row&&) { return true; });
  }
  if (!damaged_.empty()) throw_damaged(damaged_.front().table, damaged_.front().id);
}

}  // namespace lull
