#include "lull/store/records.hpp"
#include "moment_fields.hpp"

namespace lull {

Row Record<Urge>::to_row(const Urge& urge) {
  Row row;
  row.id = urge.id;
  row.uid = urge.uid;
  FieldWriter fields;
  put_moment(row, fields, urge.at);
  fields.add("written", urge.written.seconds);
  fields.add("channel", to_string(urge.channel));
  fields.add("strength", urge.strength);
  fields.add("strength-after", urge.strength_after);
  fields.add("minutes", urge.minutes);
  fields.add("trigger", std::string_view(urge.trigger));
  fields.add("outcome", to_string(urge.outcome));
  row.payload = fields.finish(urge.note);
  return row;
}

Urge Record<Urge>::from_row(const Row& row) {
  const FieldReader fields(row.payload);
  Urge urge;
  urge.id = row.id;
  urge.uid = row.uid;
  urge.at = moment_of(row, fields);
  urge.written = Instant{fields.number("written", row.at.seconds)};
  urge.channel = named_value(parse_channel(fields.text("channel")));
  urge.strength = fields.maybe_number("strength");
  urge.strength_after = fields.maybe_number("strength-after");
  urge.minutes = fields.maybe_number("minutes");
  urge.trigger = fields.text("trigger");
  urge.outcome = named_value(parse_urge_outcome(fields.text("outcome")));
  urge.note = fields.body();
  return urge;
}

}  // namespace lull
