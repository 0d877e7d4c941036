// What a search gives, as rows.
#include <fmt/format.h>

#include <algorithm>

#include "connection.hpp"
#include "read_transaction.hpp"
#include "row_sql.hpp"
#include "search_sql.hpp"
#include "search_walk.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

// So many rows at first: who looks at twenty shall not wait for hundreds.
constexpr std::size_t kFirstRows = 32;
constexpr std::size_t kMostRows = 512;

}  // namespace

void SqliteStore::each_found(const SearchQuery& query, SearchOrder order,
                             const std::function<bool(Row&&)>& take) {
  codec_.require_open();
  const auto give = [&](const std::vector<std::int64_t>& ids) { return give_found(ids, take); };
  if (codec_.seals()) {
    give(search_sealed(query, order));
    return;
  }
  translating("search the journal", [&] {
    if (order == SearchOrder::newest_first) return walk_newest(database_, query, give);
    give(run_search(database_, query, order));
  });
}

bool SqliteStore::give_found(const std::vector<std::int64_t>& ids,
                             const std::function<bool(Row&&)>& take) {
  std::size_t most = kFirstRows;
  for (std::size_t at = 0; at < ids.size(); most = std::min(most * 4, kMostRows)) {
    for (Row& row : read_found(ids, at, most)) {
      if (!take(std::move(row))) return false;
    }
  }
  return true;
}

// A row that is gone by now is left out, too.
std::vector<Row> SqliteStore::read_found(const std::vector<std::int64_t>& ids, std::size_t& at,
                                         std::size_t most) {
  std::vector<StoredRow> stored;
  translating("read the journal", [&] {
    const ReadTransaction transaction(database_);
    RowStatement statement(database_,
                           fmt::format("SELECT {}, payload, digest FROM entry WHERE id = ?",
                                       column_list(TableId::entry)));
    const std::size_t end = std::min(ids.size(), at + most);
    for (std::size_t bytes = 0; at < end && bytes < kPieceBytes; ++at) {
      statement.reset();
      statement.bind(1, ids[at]);
      if (!statement.step()) continue;
      stored.push_back(stored_row_of(statement, TableId::entry));
      bytes += sizeof(Row) + stored.back().bytes.size();
    }
  });
  std::vector<Row> rows;
  open_rows(TableId::entry, std::move(stored), rows);
  return rows;
}

}  // namespace lull
