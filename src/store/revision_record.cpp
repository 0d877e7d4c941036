#include "lull/store/records.hpp"
#include "moment_fields.hpp"

namespace lull {

// The row is the old entry's own, with the instant of the change in front.
Row Record<Revision>::to_row(const Revision& revision) {
  Row row = Record<Entry>::to_row(revision.before);
  row.id = revision.id;
  row.uid = revision.uid;
  row.payload = "replaced " + std::to_string(revision.replaced.seconds) + '\n' + row.payload;
  row.marks = {revision.entry};
  return row;
}

Revision Record<Revision>::from_row(const Row& row) {
  Revision revision;
  revision.id = row.id;
  revision.uid = row.uid;
  revision.replaced = Instant{FieldReader(row.payload).number("replaced")};
  revision.entry = row.marks.at(0).value_or(0);
  Row entry_row = row;
  entry_row.id = revision.entry;
  entry_row.uid = Uid{};
  entry_row.marks = {std::nullopt};
  revision.before = Record<Entry>::from_row(entry_row);
  return revision;
}

}  // namespace lull
