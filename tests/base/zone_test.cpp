#include "lull/base/zone.hpp"

#include <limits>
#include <random>

#include "lull/base/error.hpp"
#include "support/catch.hpp"
#include "support/time_zone.hpp"
#include "support/zones.hpp"

using namespace lull;
using lull::test::TimeZone;

namespace {

LocalTime local(int year, int month, int day, int hour, int minute) {
  return {day_of(CivilDate{year, month, day}).value(), hour * 3600 + minute * 60};
}

Instant utc(int year, int month, int day, int hour, int minute) {
  const LocalTime time = local(year, month, day, hour, minute);
  return Instant{time.day.number * std::int64_t{86'400} + time.seconds};
}

}  // namespace

TEST_CASE("a local time that the clock skips is the instant of the jump", "[Zone]") {
  const TimeZone berlin("Europe/Berlin");
  const Zone zone = ambient_zone();
  const Instant jump = utc(2026, 3, 29, 1, 0);
  CHECK(zone.to_instant(local(2026, 3, 29, 2, 0)) == jump);
  CHECK(zone.to_instant(local(2026, 3, 29, 2, 30)) == jump);
  CHECK(zone.to_instant(local(2026, 3, 29, 3, 0)) == jump);
  CHECK(zone.to_instant(local(2026, 3, 29, 1, 59)) == jump - 60);
}

TEST_CASE("a local time that the clock shows twice is the first of the two", "[Zone]") {
  const TimeZone berlin("Europe/Berlin");
  const Zone zone = ambient_zone();
  CHECK(zone.to_instant(local(2026, 10, 25, 2, 0)) == utc(2026, 10, 25, 0, 0));
  CHECK(zone.to_instant(local(2026, 10, 25, 2, 30)) == utc(2026, 10, 25, 0, 30));
  CHECK(zone.to_instant(local(2026, 10, 25, 3, 0)) == utc(2026, 10, 25, 2, 0));
}

TEST_CASE("a day that a country skipped becomes the instant of its jump", "[Zone]") {
  const TimeZone apia("Pacific/Apia");
  const Zone zone = ambient_zone();
  const Instant jump = utc(2011, 12, 30, 10, 0);
  CHECK(zone.to_instant(local(2011, 12, 30, 0, 0)) == jump);
  CHECK(zone.to_instant(local(2011, 12, 30, 23, 59)) == jump);
  CHECK(zone.to_instant(local(2011, 12, 31, 0, 0)) == jump);
}

TEST_CASE("every local time and instant agree with the zone library", "[Zone]") {
  std::mt19937_64 random(20261120);
  for (const std::string& name : test::kZones) {
    CAPTURE(name);
    const TimeZone guard(name);
    const Zone zone = ambient_zone();
    const date::time_zone* oracle = date::locate_zone(name);
    int disagreements = 0;
    for (int i = 0; i < 500; ++i) {
      const Instant at = test::random_instant(random);
      const date::sys_seconds sys{std::chrono::seconds{at.seconds}};
      const auto wall = oracle->to_local(sys).time_since_epoch();
      const LocalTime ours = zone.to_local(at);
      const Instant back = zone.to_instant(ours);
      const bool agrees =
          ours.day.number * std::int64_t{86'400} + ours.seconds == wall.count() &&
          zone.offset_minutes(at) ==
              std::chrono::duration_cast<std::chrono::minutes>(oracle->get_info(sys).offset)
                  .count() &&
          back == test::first_instant(*oracle, ours) && back <= at && zone.to_local(back) == ours;
      if (!agrees) ++disagreements;
    }
    CHECK(disagreements == 0);
  }
}

TEST_CASE("instants far outside the calendar are taken as its ends", "[Zone]") {
  const Zone zone = ambient_zone();
  CHECK(to_iso(zone.to_local(Instant{std::numeric_limits<std::int64_t>::max()}).day) ==
        "9999-12-31");
  CHECK(to_iso(zone.to_local(Instant{std::numeric_limits<std::int64_t>::min()}).day) ==
        "0001-01-01");
}

TEST_CASE("before 1970 the clock still counts forwards", "[Zone]") {
  const Zone zone = ambient_zone();
  CHECK(zone.to_local(Instant{-1}) == LocalTime{Day{-1}, 86'399});
  CHECK(zone.to_instant(LocalTime{Day{-1}, 86'399}) == Instant{-1});
}

TEST_CASE("the zone's name is what TZ says, without its decorations", "[Zone]") {
  const auto [variable, name] = GENERATE(table<const char*, const char*>({
      {"Europe/Berlin", "Europe/Berlin"},
      {":Europe/Berlin", "Europe/Berlin"},
      {"/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"},
      {":/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"},
      {"", "UTC"},
      {":", "UTC"},
      {"UTC", "UTC"},
      {"CET-1CEST,M3.5.0,M10.5.0/3", "CET-1CEST,M3.5.0,M10.5.0/3"},
      {"/somewhere/else", "local"},
  }));
  CAPTURE(variable);
  const TimeZone guard(variable);
  CHECK(ambient_zone().name() == name);
}

TEST_CASE("without TZ the zone has the name of the machine's, or none", "[Zone]") {
  const TimeZone guard(std::nullopt);
  const std::string name = ambient_zone().name();
  CHECK_FALSE(name.empty());
  CHECK(name.find("zoneinfo") == std::string::npos);
}

TEST_CASE("a zone can be chosen by its name", "[Zone]") {
  const TimeZone guard("UTC");
  const Zone zone = use_zone("Asia/Kathmandu");
  CHECK(zone.name() == "Asia/Kathmandu");
  CHECK(zone.offset_minutes(Instant{0}) == 330);
  CHECK(zone.offset_minutes(utc(2026, 1, 1, 0, 0)) == 345);
  CHECK(ambient_zone().name() == "Asia/Kathmandu");
}

TEST_CASE("a name that is no zone is refused and changes nothing", "[Zone]") {
  const TimeZone guard("Asia/Tokyo");
  const auto* name =
      GENERATE("", "Mars/Olympus", "europe/berlin", "Europe", "Europe/", "../../../etc/localtime",
               "Europe/../Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin", "zone.tab",
               "CET-1CEST", ":Europe/Berlin");
  CAPTURE(name);
  try {
    use_zone(name);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK_FALSE(error.hint().empty());
  }
  CHECK(ambient_zone().name() == "Asia/Tokyo");
  CHECK(ambient_zone().offset_minutes(Instant{0}) == 540);
}
