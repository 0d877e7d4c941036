#pragma once

#include <date/tz.h>
#include <array>
#include <chrono>
#include <random>
#include <string>

#include "lull/base/zone.hpp"

namespace lull::test {

/// Zones with something to trip over: half and quarter hours, a jump of half an hour, jumps at
/// midnight, skipped days, daylight saving that is negative or stops for a month, far east and far
/// west, old offsets with seconds.
inline const std::array<std::string, 32> kZones{
    "UTC",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Moscow",
    "Europe/Istanbul",
    "Europe/Volgograd",
    "America/New_York",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "America/St_Johns",
    "America/Caracas",
    "America/Havana",
    "America/Asuncion",
    "America/Santiago",
    "America/Nuuk",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Africa/Monrovia",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Pyongyang",
    "Australia/Lord_Howe",
    "Australia/Adelaide",
    "Antarctica/Troll",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Pacific/Kwajalein",
    "Pacific/Chatham",
};

/// From 1970 to the end of 2037, where the zone library stops knowing of daylight saving.
inline Instant random_instant(std::mt19937_64& random) {
  return Instant{std::uniform_int_distribution<std::int64_t>(0, 2'145'916'799)(random)};
}

/// The slow and obvious reading of a local time: the jump in a gap, the first of two.
inline Instant first_instant(const date::time_zone& zone, LocalTime local) {
  using namespace std::chrono;
  const date::local_seconds wall{seconds{local.day.number * std::int64_t{86'400} + local.seconds}};
  const date::local_info info = zone.get_info(wall);
  if (info.result == date::local_info::nonexistent) {
    return Instant{info.first.end.time_since_epoch().count()};
  }
  return Instant{(wall.time_since_epoch() - info.first.offset).count()};
}

}  // namespace lull::test
