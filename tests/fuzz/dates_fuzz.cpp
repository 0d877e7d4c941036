// What a person types for a date, and the shapes of time in files.
#include "app/transfer_parts.hpp"
#include "fuzz.hpp"
#include "lull/base/calendar.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/base/error.hpp"
#include "lull/base/when.hpp"

using namespace lull;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool zone_is_set = (use_zone("Europe/Berlin"), true);
  fuzz::require(zone_is_set, "a zone with summer time is set");
  static const DayRule rule{ambient_zone()};
  constexpr Instant kNow{1'795'212'000};
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    const Instant at = parse_when(text, rule, kNow);
    const Moment moment = rule.moment(at);
    fuzz::require(rule.boundary(moment.day) <= at, "a day begins before what lies in it");
    fuzz::require(!describe(moment, kNow).empty(), "a moment can be said");
    const std::optional<Stamp> stamp = parse_stamp(to_iso(moment));
    fuzz::require(stamp && stamp->instant == at, "a moment's ISO form reads back");
  } catch (const Error& error) {
    fuzz::require(error.kind() == ErrorKind::usage, "a date that isn't one is a usage error");
  }
  try {
    const Day day = parse_day(text, rule, kNow);
    fuzz::require(parse_day(to_iso(day), rule, kNow) == day, "a day's ISO form reads back");
  } catch (const Error&) {
    return 0;
  }
  parse_clock(text);
  parse_local(text, rule);
  return 0;
}
