#include "lull/base/day_rule.hpp"

#include <random>

#include "support/catch.hpp"
#include "support/time_zone.hpp"
#include "support/zones.hpp"

using namespace lull;
using lull::test::TimeZone;

namespace {

Instant utc(const char* day, int hour, int minute = 0) {
  return Instant{parse_iso_day(day).value().number * std::int64_t{86'400} + hour * 3600 +
                 minute * 60};
}

std::string day_at(const DayRule& rule, Instant at) { return to_iso(rule.day_of(at)); }

bool keeps_its_promises(const DayRule& rule, const date::time_zone& oracle, Instant at) {
  const Day day = rule.day_of(at);
  const Instant start = rule.boundary(day);
  const Instant end = rule.boundary(day + 1);
  const int start_seconds = rule.start_minutes() * 60;
  return start <= at && at < end && start == test::first_instant(oracle, {day, start_seconds}) &&
         end == test::first_instant(oracle, {day + 1, start_seconds}) &&
         rule.day_of(start) == day && rule.day_of(start - 1) < day && rule.day_of(end) >= day + 1 &&
         rule.day_of(end - 1) == day;
}

}  // namespace

TEST_CASE("what is written after midnight belongs to the day before", "[DayRule]") {
  const DayRule rule(ambient_zone());
  CHECK(day_at(rule, utc("2026-11-21", 1, 30)) == "2026-11-20");
  CHECK(day_at(rule, utc("2026-11-21", 3, 59)) == "2026-11-20");
  CHECK(day_at(rule, utc("2026-11-21", 4)) == "2026-11-21");
  CHECK(day_at(rule, utc("2026-11-21", 23, 59)) == "2026-11-21");
}

TEST_CASE("on the short night a day begins when the clock first shows its start", "[DayRule]") {
  const TimeZone guard("America/New_York");
  const DayRule rule(ambient_zone());
  // 2024-03-10: from 02:00 EST to 03:00 EDT, so 04:30 EDT is 08:30 UTC.
  CHECK(day_at(rule, utc("2024-03-10", 8, 30)) == "2024-03-10");
  CHECK(day_at(rule, utc("2024-03-10", 7, 59)) == "2024-03-09");
  const DayRule inside_gap(ambient_zone(), 150);
  CHECK(inside_gap.boundary(*parse_iso_day("2024-03-10")) == utc("2024-03-10", 7));
}

TEST_CASE("a start inside the repeated hour is passed once", "[DayRule]") {
  const TimeZone guard("America/New_York");
  const DayRule rule(ambient_zone(), 90);
  // 2024-11-03: 01:30 EDT is 05:30 UTC, 01:30 EST an hour later.
  CHECK(day_at(rule, utc("2024-11-03", 5, 29)) == "2024-11-02");
  CHECK(day_at(rule, utc("2024-11-03", 5, 30)) == "2024-11-03");
  CHECK(day_at(rule, utc("2024-11-03", 6, 0)) == "2024-11-03");
  CHECK(day_at(rule, utc("2024-11-03", 6, 29)) == "2024-11-03");
}

TEST_CASE("the day that Samoa skipped holds no instant", "[DayRule]") {
  const TimeZone guard("Pacific/Apia");
  const DayRule rule(ambient_zone(), 0);
  const Instant jump = utc("2011-12-30", 10);
  CHECK(rule.boundary(*parse_iso_day("2011-12-30")) == jump);
  CHECK(rule.boundary(*parse_iso_day("2011-12-31")) == jump);
  CHECK(day_at(rule, jump - 1) == "2011-12-29");
  CHECK(day_at(rule, jump) == "2011-12-31");
}

TEST_CASE("days follow one another in every zone, whenever they start", "[DayRule]") {
  std::mt19937_64 random(41);
  std::uniform_int_distribution<int> any_start(0, 720);
  for (const std::string& name : test::kZones) {
    CAPTURE(name);
    const TimeZone guard(name);
    const date::time_zone& oracle = *date::locate_zone(name);
    int broken = 0;
    for (int i = 0; i < 300; ++i) {
      const Instant at = test::random_instant(random);
      const DayRule rule(ambient_zone(), any_start(random));
      const Day day = rule.day_of(at);
      const Instant start = rule.boundary(day);
      const Instant end = rule.boundary(day + 1);
      const int start_seconds = rule.start_minutes() * 60;
      const bool holds = start <= at && at < end &&
                         start == test::first_instant(oracle, {day, start_seconds}) &&
                         end == test::first_instant(oracle, {day + 1, start_seconds}) &&
                         rule.day_of(start) == day && rule.day_of(start - 1) < day;
      if (!holds) ++broken;
    }
    CHECK(broken == 0);
  }
}

TEST_CASE("days follow one another around every jump of the clock", "[DayRule]") {
  const date::sys_seconds end = date::sys_days{date::year{2037} / 12 / 1};
  for (const std::string& name : test::kZones) {
    CAPTURE(name);
    const TimeZone guard(name);
    const date::time_zone& oracle = *date::locate_zone(name);
    int broken = 0;
    date::sys_seconds jump = oracle.get_info(date::sys_days{date::year{1970} / 1 / 3}).end;
    while (jump < end) {
      for (const int start : {0, 90, 150, 240}) {
        const DayRule rule(ambient_zone(), start);
        for (const int hours : {-30, -4, -1, 0, 1, 3, 25}) {
          const Instant at{jump.time_since_epoch().count() + hours * 3600};
          if (!keeps_its_promises(rule, oracle, at)) ++broken;
        }
      }
      jump = oracle.get_info(jump).end;
    }
    CHECK(broken == 0);
  }
}

TEST_CASE("a moment keeps the day, zone and offset of where it was written", "[DayRule]") {
  const TimeZone guard("Europe/Berlin");
  const Moment moment = DayRule(ambient_zone()).moment(utc("2026-11-20", 21, 30));
  CHECK(moment ==
        Moment{utc("2026-11-20", 21, 30), *parse_iso_day("2026-11-20"), "Europe/Berlin", 60});
  CHECK(to_iso(moment) == "2026-11-20T22:30:00+01:00");
}

TEST_CASE("a stored moment reads the same wherever it is read", "[DayRule]") {
  const Moment moment{utc("2026-11-21", 1, 5) + 7, *parse_iso_day("2026-11-20"), "America/St_Johns",
                      -210};
  const auto* elsewhere = GENERATE("UTC", "Asia/Tokyo", "America/St_Johns");
  const TimeZone guard(elsewhere);
  CHECK(to_iso(moment) == "2026-11-20T21:35:07-03:30");
  CHECK(to_iso(local_time_of(moment).day) == "2026-11-20");
  CHECK(to_clock_time(local_time_of(moment)) == "21:35");
}

TEST_CASE("in UTC the offset is written as +00:00", "[DayRule]") {
  CHECK(to_iso(DayRule(ambient_zone()).moment(Instant{-1})) == "1969-12-31T23:59:59+00:00");
}

TEST_CASE("an instant beyond all calendars has a day, and at once", "[DayRule]") {
  const DayRule rule(ambient_zone());
  for (const std::int64_t seconds : {std::int64_t{1} << 62, -(std::int64_t{1} << 62)}) {
    const Day day = rule.day_of(Instant{seconds});
    CHECK(to_iso(day).size() >= 4);
  }
}
