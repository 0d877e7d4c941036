// What the store does otherwise while a lock is on the journal.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "connection.hpp"
#include "key_record_sql.hpp"
#include "lull/store/search_index.hpp"
#include "row_heads.hpp"
#include "row_sql.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

bool is_before(const Row& one, const Row& other) {
  return one.at != other.at ? one.at < other.at : one.id < other.id;
}

std::string_view body_of(std::string_view payload) {
  const std::size_t end = payload.find("\n\n");
  return end == std::string_view::npos ? std::string_view() : payload.substr(end + 2);
}

}  // namespace

void SqliteStore::load_lock() {
  lock_ = read_key_record(database_);
  if (!lock_ || (key_ && !is_pair(*key_, lock_->public_key))) key_ = nullptr;
  codec_ = lock_ ? PayloadCodec(lock_->public_key, key_) : PayloadCodec();
}

// Under a lock the hour of a change is nobody's business either.
Instant SqliteStore::log_time() const {
  constexpr std::int64_t kDay = 86'400;
  return codec_.seals() ? Instant{now().seconds / kDay * kDay} : now();
}

void SqliteStore::unlock(const SecretKey& key) {
  if (!lock_ || !key || !is_pair(*key, lock_->public_key)) {
    throw Error(ErrorKind::locked, "could not unlock the journal: this is the key of another one");
  }
  key_ = key;
  codec_ = PayloadCodec(lock_->public_key, key_);
}

void SqliteStore::require_known_key() const {
  if (lock_ && !lock_->sound) {
    throw Error(ErrorKind::store, "could not save: the lock of the journal is damaged",
                "keep a copy of lull.db before anything else");
  }
  if (!known_key_ || (lock_ && lock_->public_key == *known_key_)) return;
  throw Error(ErrorKind::locked,
              lock_ ? "could not save: the journal's key is not the one that this computer knows"
                    : "could not save: this journal was locked, and its lock is gone",
              "lull lock status");
}

std::vector<std::int64_t> SqliteStore::with_other_digest(TableId table) {
  return translating("read the journal", [&] {
    std::vector<std::int64_t> ids;
    RowStatement statement(database_, fmt::format("SELECT {}, payload, digest FROM {}",
                                                  column_list(table), shape_of(table).name));
    while (statement.step()) {
      const StoredRow stored = stored_row_of(statement, table);
      if (digest_of(table, stored.columns, stored.bytes) != stored.digest) {
        ids.push_back(stored.columns.id);
      }
    }
    return ids;
  });
}

// In the file the rows are in order of their days alone. Instants are known once a row is open, so
// rows wait here until no unread one can come before them.
void SqliteStore::walk_sealed(TableId table, const RowQuery& query, Columns columns,
                              const std::function<bool(Row&&)>& take) {
  RowQuery wider = query;
  if (query.from) wider.from = *query.from - kMostAfter;
  if (query.before) wider.before = *query.before + kMostBefore;
  Cursor cursor = start_of(wider);
  const auto comes_first = [&](const Row& one, const Row& other) {
    return query.newest_first ? is_before(other, one) : is_before(one, other);
  };
  const auto may_go = [&](const Row& row) {
    return query.newest_first ? row.at.seconds > cursor.at + kMostAfter
                              : row.at.seconds < cursor.at - kMostBefore;
  };
  std::vector<Row> held;
  for (bool more = true; more;) {
    std::vector<Row> piece;
    more = read_piece(table, cursor, Columns::all, piece);
    cursor.piece_bytes = std::min(cursor.piece_bytes * 4, kPieceBytes);
    for (Row& row : piece) {
      if ((query.from && row.at < *query.from) || (query.before && !(row.at < *query.before))) {
        continue;
      }
      if (columns == Columns::heads) row.payload.resize(head_of(row.payload).size());
      if (columns == Columns::clear) row.payload.clear();
      held.push_back(std::move(row));
    }
    std::sort(held.begin(), held.end(), comes_first);
    const auto ready = more ? std::partition_point(held.begin(), held.end(), may_go) : held.end();
    for (auto row = held.begin(); row != ready; ++row) {
      if (!take(std::move(*row))) return;
    }
    held.erase(held.begin(), ready);
  }
}

// All entries go into the index, those in the trash too: how rare a word is decides the order, and
// it must be the same as in an unsealed journal.
std::vector<std::int64_t> SqliteStore::search_sealed(const SearchQuery& query, SearchOrder order) {
  SearchIndex index;
  walk_sealed(TableId::entry, {}, Columns::all, [&](Row&& row) {
    index.add(row.id, row.at, std::string(body_of(row.payload)), row.marks.at(0).has_value());
    return true;
  });
  return index.search(query, order);
}

}  // namespace lull
