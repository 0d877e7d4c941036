#pragma once

#include <cstdint>
#include <vector>

#include "lull/store/store.hpp"

namespace lull::test {

/// The ids of what a search gives, all of them or the first `most`.
inline std::vector<std::int64_t> found_ids(Store& store, const SearchQuery& query,
                                           SearchOrder order, std::size_t most = SIZE_MAX) {
  std::vector<std::int64_t> ids;
  store.each_found(query, order, [&](Row&& row) {
    ids.push_back(row.id);
    return ids.size() < most;
  });
  return ids;
}

}  // namespace lull::test
