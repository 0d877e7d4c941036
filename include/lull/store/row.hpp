#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/calendar.hpp"
#include "lull/base/instant.hpp"
#include "lull/model/uid.hpp"

namespace lull {

/// The tables that hold what a person told lull. All have the same shape; see TableShape.
enum class TableId {
  period,
  entry,
  contact,
  revision,
  urge,
  verdict,
  want,
  decision,
  talk,
  checkin,
};

/// What sets one table apart: its name, and the few columns besides the common ones that stay in
/// clear.
struct TableShape {
  TableId table{};
  std::string_view name;
  std::vector<std::string_view> marks;  ///< names of the clear columns, all integers, may be null
};

const TableShape& shape_of(TableId table);
std::span<const TableId> all_tables();

/// One row as it is stored: little in clear, everything private in `payload`.
struct Row {
  std::int64_t id = 0;  ///< 0 for "give me the next one"
  Uid uid;              ///< not set for "draw one"
  Instant at;
  Day day;
  std::vector<std::optional<std::int64_t>> marks;  ///< in the order of the table's shape
  std::string payload;
};

/// Which rows, in which order. Bounds are by `at`, `from` included and `before` not.
struct RowQuery {
  std::optional<Instant> from;
  std::optional<Instant> before;
  bool newest_first = false;
  /// Payloads only up to their empty line, digests not checked: enough for tags, much faster.
  bool heads_only = false;
};

/// A row that could not be read as it was written.
struct DamagedRow {
  TableId table{};
  std::int64_t id = 0;
};

}  // namespace lull
