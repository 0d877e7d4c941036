#include "search_walk.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "read_transaction.hpp"
#include "search_sql.hpp"

namespace lull {
namespace {

// So many of the newest hits tell how thickly they lie.
constexpr int kProbe = 64;
// A piece is to hold about so many hits.
constexpr std::int64_t kHitsWanted = 32;
constexpr std::int64_t kFirstPiece = 64;
constexpr std::int64_t kLargestPiece = 65'536;
// Ids of a piece that lie farther apart than this were not written in the order of their times.
constexpr std::int64_t kLoose = 8;

// How many numbers the newest hits are spread over, each; nothing where there are few of them.
std::optional<double> spread_of_hits(SQLite::Database& database, const SearchQuery& query) {
  SQLite::Statement statement(database,
                              "SELECT rowid FROM entry_search WHERE entry_search MATCH ? "
                              "ORDER BY rowid DESC LIMIT ?");
  statement.bind(1, words_for_index(query));
  statement.bind(2, kProbe);
  int count = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
  for (; statement.executeStep(); ++count) {
    last = statement.getColumn(0).getInt64();
    if (count == 0) first = last;
  }
  if (count < kProbe) return std::nullopt;
  return static_cast<double>(first - last + 1) / kProbe;
}

std::int64_t largest_id(SQLite::Database& database) {
  SQLite::Statement statement(database, "SELECT max(id) FROM entry");
  return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

class NewestWalk {
 public:
  NewestWalk(SQLite::Database& database, const SearchQuery& query)
      : database_(database), query_(query), has_words_(!words_for_index(query).empty()) {}

  // The ids of the next piece; nothing after the last one.
  std::optional<std::vector<std::int64_t>> next() {
    if (ended_) return std::nullopt;
    const ReadTransaction transaction(database_);
    if (piece_ == 0) choose_piece();
    SearchBounds bounds = bounds_;
    if (piece_ > 0) bounds = next_bounds();
    ended_ = piece_ == 0 || !bounds.has_end;
    piece_ = std::min(piece_ * 4, kLargestPiece);
    return run_search(database_, query_, SearchOrder::newest_first, bounds);
  }

 private:
  // Walking back in time looks at `spread` times for a hit, and sorting fetches the time of every
  // hit, which costs a good ten times as much each. Left at 0, all are sorted.
  void choose_piece() {
    if (!has_words_) {
      piece_ = kFirstPiece;
      return;
    }
    const std::optional<double> spread = spread_of_hits(database_, query_);
    if (!spread || *spread * *spread > static_cast<double>(largest_id(database_))) return;
    const auto wanted = static_cast<std::int64_t>(*spread * kHitsWanted);
    piece_ = std::clamp(wanted, kFirstPiece, kLargestPiece);
  }

  // Of so many entries before those that were looked at. Has no end where they are the last ones,
  // or where one range of ids would hold many others.
  SearchBounds next_bounds() {
    SQLite::Statement statement(
        database_,
        "SELECT at, id FROM entry WHERE (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?");
    statement.bind(1, bounds_.before.at);
    statement.bind(2, bounds_.before.id);
    statement.bind(3, piece_);
    SearchBounds bounds = bounds_;
    bounds.least_id = std::numeric_limits<std::int64_t>::max();
    bounds.most_id = std::numeric_limits<std::int64_t>::min();
    std::int64_t count = 0;
    for (; statement.executeStep(); ++count) {
      const std::int64_t id = statement.getColumn(1).getInt64();
      bounds.oldest = {statement.getColumn(0).getInt64(), id};
      bounds.least_id = std::min(bounds.least_id, id);
      bounds.most_id = std::max(bounds.most_id, id);
    }
    const bool loose =
        has_words_ && count > 0 && bounds.most_id / kLoose - bounds.least_id / kLoose > count;
    bounds.has_end = count == piece_ && !loose;
    bounds_.before = bounds.oldest;
    return bounds;
  }

  SQLite::Database& database_;
  const SearchQuery& query_;
  bool has_words_;
  bool ended_ = false;
  std::int64_t piece_ = 0;  ///< how many entries are looked at next; 0 for all of them
  SearchBounds bounds_;
};

}  // namespace

void walk_newest(SQLite::Database& database, const SearchQuery& query,
                 const std::function<bool(const std::vector<std::int64_t>&)>& take) {
  NewestWalk walk(database, query);
  while (const auto ids = walk.next()) {
    if (!take(*ids)) return;
  }
}

}  // namespace lull
