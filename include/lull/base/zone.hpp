#pragma once

#include <string>
#include <utility>

#include "lull/base/calendar.hpp"
#include "lull/base/instant.hpp"

namespace lull {

/// What a clock on the wall shows: a day and the seconds since its midnight (0 to 86 399).
struct LocalTime {
  Day day;
  int seconds = 0;

  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

/// The process's time zone, by libc. There is only one at a time: its rules come from TZ, or from
/// /etc/localtime; the object carries its name. Cheap to copy.
class Zone {
 public:
  explicit Zone(std::string name) : name_(std::move(name)) {}

  /// "Europe/Berlin" where it is known, else "local".
  const std::string& name() const { return name_; }
  /// Minutes to add to UTC, daylight saving included; seconds of old zones are cut off.
  int offset_minutes(Instant at) const;
  LocalTime to_local(Instant at) const;
  /// A local time that the clock skips becomes the instant of the jump; one that it shows twice
  /// becomes the first of the two.
  Instant to_instant(LocalTime local) const;

 private:
  std::string name_;
};

/// The zone the process runs in: its name from TZ, else from the link /etc/localtime, else "local".
Zone ambient_zone();
/// Makes `name` the process's zone. To be called once, in main, before any other thread or time
/// call. Throws Error{usage} when the system knows no zone of that name.
Zone use_zone(const std::string& name);

}  // namespace lull
