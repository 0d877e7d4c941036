#include "lull/base/calendar.hpp"
#include "lull/store/records.hpp"
#include "moment_fields.hpp"

namespace lull {

Row Record<QuietPeriod>::to_row(const QuietPeriod& period) {
  Row row;
  row.id = period.id;
  row.uid = period.uid;
  FieldWriter fields;
  put_moment(row, fields, period.begun);
  if (period.ended_on) fields.add("ended-on", std::int64_t{period.ended_on->number});
  fields.add("ended-by", to_string(period.ended_by));
  fields.add("apart-for", to_string(period.apart_for));
  fields.add("alias", std::string_view(period.alias));
  fields.add_each("exception", period.exceptions);
  if (period.on_break_chosen) fields.add("on-break-chosen", std::int64_t{1});
  fields.add("closing", std::string_view(period.closing));
  row.marks = {period.from.number, std::nullopt, period.on_break == OnBreak::restart ? 1 : 0,
               std::nullopt};
  if (period.length) row.marks[1] = *period.length;
  if (period.closed_on) row.marks[3] = period.closed_on->number;
  row.payload = fields.finish();
  return row;
}

QuietPeriod Record<QuietPeriod>::from_row(const Row& row) {
  const FieldReader fields(row.payload);
  QuietPeriod period;
  period.id = row.id;
  period.uid = row.uid;
  period.begun = moment_of(row, fields);
  period.from = Day{static_cast<std::int32_t>(row.marks.at(0).value_or(row.day.number))};
  if (row.marks.at(1)) period.length = static_cast<int>(*row.marks[1]);
  period.on_break = row.marks.at(2).value_or(0) == 1 ? OnBreak::restart : OnBreak::carry_on;
  if (row.marks.at(3)) period.closed_on = Day{static_cast<std::int32_t>(*row.marks[3])};
  if (const auto day = fields.maybe_number("ended-on")) period.ended_on = Day{*day};
  period.ended_by = named_value(parse_ended_by(fields.text("ended-by")));
  period.apart_for = named_value(parse_apart_for(fields.text("apart-for")));
  period.alias = fields.text("alias");
  period.exceptions = fields.texts("exception");
  period.on_break_chosen = fields.number("on-break-chosen") == 1;
  period.closing = fields.text("closing");
  return period;
}

}  // namespace lull
