#include "moment_fields.hpp"

#include "lull/base/error.hpp"

namespace lull {

void put_moment(Row& row, FieldWriter& fields, const Moment& moment) {
  row.at = moment.instant;
  row.day = moment.day;
  fields.add("zone", std::string_view(moment.zone));
  fields.add("offset", std::int64_t{moment.offset_minutes});
}

Moment moment_of(const Row& row, const FieldReader& fields) {
  return {row.at, row.day, fields.text("zone"), static_cast<int>(fields.number("offset"))};
}

void throw_unknown_name() {
  throw Error(ErrorKind::store, "could not read a row: it holds a name this program does not know",
              "keep a copy of lull.db, then: lull doctor");
}

}  // namespace lull
