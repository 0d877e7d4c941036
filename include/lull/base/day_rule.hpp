#pragma once

#include <string>

#include "lull/base/calendar.hpp"
#include "lull/base/instant.hpp"
#include "lull/base/zone.hpp"

namespace lull {

/// When something happened, as it is stored: the instant, and the journal day, zone and offset that
/// held where it was written. The day is fixed then and never computed again.
struct Moment {
  Instant instant;
  Day day;
  std::string zone;
  int offset_minutes = 0;

  friend bool operator==(const Moment&, const Moment&) = default;
};

/// Which instants belong to which journal day. A day begins when the local clock first shows
/// `start_minutes` after midnight (default 04:00), so what is written at 01:30 belongs to the day
/// before. Days are found by their boundary instants: monotonic across every jump of the clock.
class DayRule {
 public:
  static constexpr int kDefaultStart = 4 * 60;

  /// `start_minutes` from 0 to 720.
  explicit DayRule(Zone zone, int start_minutes = kDefaultStart);

  const Zone& zone() const { return zone_; }
  int start_minutes() const { return start_minutes_; }
  /// The first instant of `day`; the day ends just before the boundary of the next.
  Instant boundary(Day day) const;
  /// The greatest day whose boundary is not after `at`.
  Day day_of(Instant at) const;
  Moment moment(Instant at) const;

 private:
  Zone zone_;
  int start_minutes_;
};

/// The local time a stored moment was written in, from its own offset: what the clock showed there.
LocalTime local_time_of(const Moment& moment);
/// "2026-11-20T22:30:00+01:00", in the moment's own offset.
std::string to_iso(const Moment& moment);
/// "22:30"
std::string to_clock_time(const LocalTime& local);

}  // namespace lull
