#include "lull/base/day_rule.hpp"

#include <cassert>
#include <cstdlib>
#include <utility>

#include "two_digits.hpp"

namespace lull {
namespace {

constexpr int kMinute = 60;
constexpr int kHour = 3600;
constexpr std::int64_t kDaySeconds = 86'400;
constexpr int kMostSteps = 3;

}  // namespace

DayRule::DayRule(Zone zone, int start_minutes)
    : zone_(std::move(zone)), start_minutes_(start_minutes) {
  assert(start_minutes >= 0 && start_minutes <= 12 * 60);
}

Instant DayRule::boundary(Day day) const {
  return zone_.to_instant({day, start_minutes_ * kMinute});
}

Day DayRule::day_of(Instant at) const {
  // By wall time the day is never too late, since its boundary is the first instant to show that
  // time; where the clock was set back it can be too early.
  const LocalTime local = zone_.to_local(at);
  Day day = local.seconds < start_minutes_ * kMinute ? local.day - 1 : local.day;
  // A clock that is set back does so once, or twice at most; beyond the years that libc can follow
  // every boundary would be in the past.
  for (int step = 0; step < kMostSteps && boundary(day + 1) <= at; ++step) day = day + 1;
  return day;
}

Moment DayRule::moment(Instant at) const {
  return {at, day_of(at), zone_.name(), zone_.offset_minutes(at)};
}

LocalTime local_time_of(const Moment& moment) {
  const std::int64_t local = moment.instant.seconds + std::int64_t{moment.offset_minutes} * kMinute;
  const std::int64_t second_of_day = ((local % kDaySeconds) + kDaySeconds) % kDaySeconds;
  return {Day{static_cast<std::int32_t>((local - second_of_day) / kDaySeconds)},
          static_cast<int>(second_of_day)};
}

std::string to_iso(const Moment& moment) {
  const LocalTime local = local_time_of(moment);
  const int offset = std::abs(moment.offset_minutes);
  std::string iso = to_iso(local.day) + 'T' + to_clock_time(local) + ":00+00:00";
  const std::size_t seconds = iso.size() - 8;
  put_two_digits(iso, seconds, local.seconds % kMinute);
  if (moment.offset_minutes < 0) iso[seconds + 2] = '-';
  if (offset < 100 * kMinute) {
    put_two_digits(iso, seconds + 3, offset / kMinute);
  } else {  // no zone has it, but a damaged row may
    iso.replace(seconds + 3, 2, std::to_string(offset / kMinute));
  }
  put_two_digits(iso, iso.size() - 2, offset % kMinute);
  return iso;
}

std::string to_clock_time(const LocalTime& local) {
  std::string time = "00:00";
  put_two_digits(time, 0, local.seconds / kHour);
  put_two_digits(time, 3, local.seconds % kHour / kMinute);
  return time;
}

}  // namespace lull
