#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/instant.hpp"
#include "lull/store/row.hpp"

namespace lull {

/// Changes that are kept; older ones can no longer be taken back.
inline constexpr int kChangesKept = 100;

enum class RowAction { added, changed, removed };

/// What one change did to the rows of one table: never their words, so a sealed journal can tell.
struct TouchedRows {
  TableId table{};
  RowAction action{};
  std::int64_t count = 0;
  std::int64_t first_id = 0;
  std::int64_t last_id = 0;
  Day first_day;
  Day last_day;

  friend bool operator==(const TouchedRows&, const TouchedRows&) = default;
};

/// Whether any row may be in both.
bool overlap(const std::vector<TouchedRows>& left, const std::vector<TouchedRows>& right);

/// One change as the journal remembers it. An import is one change, so its number names the batch.
struct LoggedChange {
  std::int64_t id = 0;
  Instant at;
  std::string name;                    ///< a command's words, or "undo"
  std::optional<std::int64_t> undoes;  ///< the change that this one took back
  bool taken_back = false;             ///< by a later one that still stands
  bool damaged = false;                ///< not as it was written: only `id` means anything
  std::vector<TouchedRows> touched;
};

}  // namespace lull
