#pragma once

#include <optional>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/talk.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// When check-ins are kept at all, and when the next is due.
struct CheckInPlan {
  bool parted = false;       ///< the last decision was to part: nothing is due, ever
  std::optional<Day> since;  ///< the day of reconnecting, or of switching them on
  std::optional<Day> last;
  /// Nothing where none are kept.
  std::optional<Day> next;
};

/// How the days are, in four numbers.
class CheckIns {
 public:
  CheckIns(Store& store, const Clock& clock, const DayRule& rule)
      : store_(store), clock_(clock), rule_(rule) {}

  /// Stores the sets of one sitting together, all at this moment, and returns them with their
  /// numbers. Throws Error{usage} for a value outside 0 to 10, text that is not UTF-8, or, where
  /// there are several, a name that is missing or twice.
  std::vector<CheckIn> add(std::vector<CheckIn> sets);
  /// All, oldest first.
  std::vector<CheckIn> list();
  /// They are kept after a reconnect that was confirmed, or when `switched_on`; then the first is
  /// due at once, since nobody knows when it was switched on. `every` is in days, from 1.
  CheckInPlan plan(bool switched_on, int every);

 private:
  Store& store_;
  const Clock& clock_;
  const DayRule& rule_;
};

}  // namespace lull
