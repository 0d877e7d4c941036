#include "lull/base/zone.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>

#include "lull/base/error.hpp"
#include "lull/base/known_zone.hpp"

namespace lull {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;
// The years 1 to 9999: beyond them neither libc nor Day can follow a damaged number.
constexpr std::int64_t kFirstInstant = -62'135'596'800;
constexpr std::int64_t kLastInstant = 253'402'300'799;

constexpr std::string_view kZoneFolder = "zoneinfo/";

// Seconds to add to UTC. localtime_r is given seconds directly, so no table of zones is read but
// the one that libc has already.
std::int64_t offset_at(std::int64_t seconds) {
  const std::time_t at = std::clamp(seconds, kFirstInstant, kLastInstant);
  std::tm local{};
  return localtime_r(&at, &local) == nullptr ? 0 : local.tm_gmtoff;
}

// The first instant in (low, high] that has the offset of `high`.
std::int64_t find_jump(std::int64_t low, std::int64_t high) {
  const std::int64_t after = offset_at(high);
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (offset_at(middle) == after ? high : low) = middle;
  }
  return high;
}

std::string name_below_zoneinfo(const std::string& path) {
  const auto folder = path.rfind(kZoneFolder);
  if (folder == std::string::npos) return "";
  return path.substr(folder + kZoneFolder.size());
}

}  // namespace

int Zone::offset_minutes(Instant at) const { return static_cast<int>(offset_at(at.seconds) / 60); }

LocalTime Zone::to_local(Instant at) const {
  const std::int64_t seconds = std::clamp(at.seconds, kFirstInstant, kLastInstant);
  const std::int64_t local = seconds + offset_at(seconds);
  const std::int64_t second_of_day = ((local % kDaySeconds) + kDaySeconds) % kDaySeconds;
  return {Day{static_cast<std::int32_t>((local - second_of_day) / kDaySeconds)},
          static_cast<int>(second_of_day)};
}

Instant Zone::to_instant(LocalTime local) const {
  const std::int64_t wall = local.day.number * kDaySeconds + local.seconds;
  const std::int64_t before = offset_at(wall - kDaySeconds);
  const std::int64_t after = offset_at(wall + kDaySeconds);
  // The older offset first: of two instants that show this time it gives the earlier.
  const std::int64_t by_before = wall - before;
  if (offset_at(by_before) == before) return Instant{by_before};
  const std::int64_t by_after = wall - after;
  if (offset_at(by_after) == after) return Instant{by_after};
  return Instant{find_jump(std::min(by_before, by_after), std::max(by_before, by_after))};
}

Zone ambient_zone() {
  if (const char* variable = std::getenv("TZ")) {
    std::string name = variable;
    if (name.starts_with(':')) name.erase(0, 1);
    if (name.empty()) return Zone("UTC");
    if (name.front() != '/') return Zone(name);
    name = name_below_zoneinfo(name);
    return Zone(name.empty() ? "local" : name);
  }
  std::error_code ignored;
  const std::string name =
      name_below_zoneinfo(std::filesystem::read_symlink("/etc/localtime", ignored).string());
  return Zone(name.empty() ? "local" : name);
}

Zone use_zone(const std::string& name) {
  if (!is_zone_file(name)) {
    throw Error(ErrorKind::usage,
                "could not use the time zone: the system knows no zone of that name",
                "zones are named like Europe/Berlin; timedatectl list-timezones shows them");
  }
  setenv("TZ", name.c_str(), 1);
  tzset();
  return Zone(name);
}

}  // namespace lull
