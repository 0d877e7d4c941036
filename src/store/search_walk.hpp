#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "lull/model/search_query.hpp"

namespace lull {

/// What run_search gives for the newest first, in pieces: who looks at the last twenty of ten
/// thousand waits for twenty. No statement is open while `take` runs; it returns whether to go on.
void walk_newest(SQLite::Database& database, const SearchQuery& query,
                 const std::function<bool(const std::vector<std::int64_t>&)>& take);

}  // namespace lull
