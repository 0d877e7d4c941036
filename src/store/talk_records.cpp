// What comes after a decision: talks and check-ins.
#include "lull/store/records.hpp"
#include "moment_fields.hpp"

namespace lull {

Row Record<Talk>::to_row(const Talk& talk) {
  Row row;
  row.id = talk.id;
  row.uid = talk.uid;
  FieldWriter fields;
  put_moment(row, fields, talk.at);
  fields.add("first", std::string_view(talk.first_name));
  fields.add("second", std::string_view(talk.second_name));
  fields.add("turns", std::int64_t{talk.turns});
  fields.add("seconds", std::int64_t{talk.seconds});
  fields.add("first-felt-heard", talk.first_felt_heard);
  fields.add("first-heard-other", talk.first_heard_other);
  fields.add("second-felt-heard", talk.second_felt_heard);
  fields.add("second-heard-other", talk.second_heard_other);
  fields.add_each("topic", talk.topics);
  row.payload = fields.finish(talk.note);
  return row;
}

Talk Record<Talk>::from_row(const Row& row) {
  const FieldReader fields(row.payload);
  Talk talk;
  talk.id = row.id;
  talk.uid = row.uid;
  talk.at = moment_of(row, fields);
  talk.first_name = fields.text("first");
  talk.second_name = fields.text("second");
  talk.turns = static_cast<int>(fields.number("turns"));
  talk.seconds = static_cast<int>(fields.number("seconds"));
  talk.first_felt_heard = fields.maybe_number("first-felt-heard");
  talk.first_heard_other = fields.maybe_number("first-heard-other");
  talk.second_felt_heard = fields.maybe_number("second-felt-heard");
  talk.second_heard_other = fields.maybe_number("second-heard-other");
  talk.topics = fields.texts("topic");
  talk.note = fields.body();
  return talk;
}

Row Record<CheckIn>::to_row(const CheckIn& checkin) {
  Row row;
  row.id = checkin.id;
  row.uid = checkin.uid;
  FieldWriter fields;
  put_moment(row, fields, checkin.at);
  fields.add("who", std::string_view(checkin.who));
  fields.add("happy", std::int64_t{checkin.happy});
  fields.add("sad", std::int64_t{checkin.sad});
  fields.add("angry", std::int64_t{checkin.angry});
  fields.add("tired", std::int64_t{checkin.tired});
  fields.add("takes-over", checkin.takes_over);
  row.payload = fields.finish(checkin.note);
  return row;
}

CheckIn Record<CheckIn>::from_row(const Row& row) {
  const FieldReader fields(row.payload);
  CheckIn checkin;
  checkin.id = row.id;
  checkin.uid = row.uid;
  checkin.at = moment_of(row, fields);
  checkin.who = fields.text("who");
  checkin.happy = static_cast<int>(fields.number("happy"));
  checkin.sad = static_cast<int>(fields.number("sad"));
  checkin.angry = static_cast<int>(fields.number("angry"));
  checkin.tired = static_cast<int>(fields.number("tired"));
  checkin.takes_over = fields.maybe_number("takes-over");
  checkin.note = fields.body();
  return checkin;
}

}  // namespace lull
