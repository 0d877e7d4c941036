#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "lull/model/search_query.hpp"

namespace lull {

/// Gives a connection what run_search needs besides the tables `entry`, `entry_text` and
/// `entry_search`.
void add_search_function(SQLite::Database& database);

/// Where an entry stands among the others.
struct SearchPlace {
  std::int64_t at = std::numeric_limits<std::int64_t>::max();
  std::int64_t id = std::numeric_limits<std::int64_t>::max();
};

/// Which entries are looked at. The ids must be those of such entries, and only save time.
struct SearchBounds {
  SearchPlace before;    ///< not included
  bool has_end = false;  ///< whether the others are bounds, too
  SearchPlace oldest;    ///< included
  std::int64_t least_id = 0;
  std::int64_t most_id = 0;
};

/// The ids of the entries outside the trash in which the query is found, in order. The same SQL
/// for the index on the disk and for the one in memory, so that a sealed journal finds the same.
std::vector<std::int64_t> run_search(SQLite::Database& database, const SearchQuery& query,
                                     SearchOrder order, const SearchBounds& bounds = {});

/// What the index is asked for the words wanted, or nothing.
std::string words_for_index(const SearchQuery& query);

/// A term as FTS5 takes it: quoted, so that nothing in it is part of its language.
std::string quote_for_index(const std::string& text);

}  // namespace lull
