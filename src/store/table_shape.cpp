#include <array>

#include "lull/store/row.hpp"

namespace lull {

const TableShape& shape_of(TableId table) {
  static const std::array<TableShape, 3> kShapes{{
      {TableId::period, "period", {"from_day", "length", "on_break", "closed_on"}},
      {TableId::entry, "entry", {"trashed_on"}},
      {TableId::contact, "contact", {"last_day", "breaks"}},
  }};
  return kShapes.at(static_cast<std::size_t>(table));
}

std::span<const TableId> all_tables() {
  static constexpr std::array kTables{TableId::period, TableId::entry, TableId::contact};
  return kTables;
}

}  // namespace lull
