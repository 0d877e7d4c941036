#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/urge.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// What a new urge is made of.
struct UrgeDraft {
  Channel channel = Channel::other;  ///< what pulled
  std::optional<Instant> at;         ///< now, unless it was at another time
  std::optional<int> strength;       ///< 1 to 10, when it began
  std::optional<int> strength_after;
  std::optional<int> minutes;  ///< how long it lasted
  std::string trigger;
  std::string note;
  UrgeOutcome outcome = UrgeOutcome::open;
};

/// Which urges, by journal day. Empty means all.
struct UrgeFilter {
  std::optional<Day> from;   ///< included
  std::optional<Day> to;     ///< included
  std::optional<int> limit;  ///< of the newest
  std::optional<Channel> channel;
};

/// The moments in which going back pulled.
class Urges {
 public:
  Urges(Store& store, const Clock& clock, const DayRule& rule)
      : store_(store), clock_(clock), rule_(rule) {}

  /// Throws Error{usage} for a moment in the future and for a trigger or note that is not UTF-8.
  Urge record(const UrgeDraft& draft);
  /// Newest first.
  std::vector<Urge> list(const UrgeFilter& filter = {});
  /// Triggers recorded before, each once whatever its case, the most frequent first, then the
  /// newest; at most `most`.
  std::vector<std::string> earlier_triggers(std::size_t most = 5);

 private:
  Store& store_;
  const Clock& clock_;
  const DayRule& rule_;
};

}  // namespace lull
