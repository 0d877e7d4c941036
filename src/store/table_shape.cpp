#include <array>

#include "lull/store/row.hpp"

namespace lull {

const TableShape& shape_of(TableId table) {
  static const std::array<TableShape, 10> kShapes{{
      {TableId::period, "period", {"from_day", "length", "on_break", "closed_on"}},
      {TableId::entry, "entry", {"trashed_on"}},
      {TableId::contact, "contact", {"last_day", "breaks"}},
      {TableId::revision, "revision", {"entry"}},
      {TableId::urge, "urge", {}},
      {TableId::verdict, "verdict", {}},
      {TableId::want, "want", {}},
      {TableId::decision, "decision", {}},
      {TableId::talk, "talk", {}},
      {TableId::checkin, "checkin", {}},
  }};
  return kShapes.at(static_cast<std::size_t>(table));
}

std::span<const TableId> all_tables() {
  static constexpr std::array kTables{
      TableId::period,  TableId::entry, TableId::contact,  TableId::revision, TableId::urge,
      TableId::verdict, TableId::want,  TableId::decision, TableId::talk,     TableId::checkin};
  return kTables;
}

}  // namespace lull
