#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

#include "lull/model/search_query.hpp"

namespace lull {

/// Gives a connection what run_search needs besides the tables `entry`, `entry_text` and
/// `entry_search`.
void add_search_function(SQLite::Database& database);

/// The ids of the entries outside the trash in which the query is found, in order. The same SQL
/// for the index on the disk and for the one in memory, so that a sealed journal finds the same.
std::vector<std::int64_t> run_search(SQLite::Database& database, const SearchQuery& query,
                                     SearchOrder order);

/// A term as FTS5 takes it: quoted, so that nothing in it is part of its language.
std::string quote_for_index(const std::string& text);

}  // namespace lull
