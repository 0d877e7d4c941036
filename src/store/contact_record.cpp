#include "lull/store/records.hpp"
#include "moment_fields.hpp"

namespace lull {

Row Record<Contact>::to_row(const Contact& contact) {
  Row row;
  row.id = contact.id;
  row.uid = contact.uid;
  FieldWriter fields;
  put_moment(row, fields, contact.at);
  fields.add("written", contact.written.seconds);
  fields.add("channel", to_string(contact.channel));
  fields.add("direction", to_string(contact.direction));
  fields.add("exception", std::string_view(contact.exception));
  row.marks = {contact.last_day.number, contact.breaks ? 1 : 0};
  row.payload = fields.finish(contact.note);
  return row;
}

Contact Record<Contact>::from_row(const Row& row) {
  const FieldReader fields(row.payload);
  Contact contact;
  contact.id = row.id;
  contact.uid = row.uid;
  contact.at = moment_of(row, fields);
  contact.last_day = Day{static_cast<std::int32_t>(row.marks.at(0).value_or(row.day.number))};
  contact.breaks = row.marks.at(1).value_or(0) == 1;
  contact.written = Instant{fields.number("written", row.at.seconds)};
  contact.channel = named_value(parse_channel(fields.text("channel")));
  contact.direction = named_value(parse_direction(fields.text("direction")));
  contact.exception = fields.text("exception");
  contact.note = fields.body();
  return contact;
}

}  // namespace lull
