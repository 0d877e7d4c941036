#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lull/base/calendar.hpp"
#include "lull/base/instant.hpp"

namespace lull {

/// What may be due, in the order in which it is said.
enum class Due { decision, review, checkin, writing, backup };

/// What `remind` and `today` know. Days are journal days.
struct DueFacts {
  Day today;
  Instant now;
  bool parted = false;               ///< the last decision was to part
  std::vector<Due> said_today;       ///< not said again
  std::optional<Instant> first_yes;  ///< a yes to reconnecting that waits for its second
  std::optional<Day> review_opens_on;
  bool review_read = false;  ///< since it opened
  /// Since when check-ins are kept: the day of reconnecting, or of switching them on.
  std::optional<Day> checkins_since;
  std::optional<Day> last_checkin;
  int checkin_every = 7;            ///< days, from 1
  std::optional<Day> remind_since;  ///< reminded of writing since then; nothing when switched off
  std::optional<Day> last_written;
  std::optional<Day> unsaved_since;  ///< the oldest change that no backup holds
};

inline constexpr int kWritingDays = 3;  ///< days without a page before writing is due
inline constexpr int kBackupDays = 30;  ///< age of the oldest change without a backup

/// What is due, most pressing first. Nothing at all after a decision to part.
std::vector<Due> due(const DueFacts& facts);

/// One neutral line with what to type: "A check-in is due: lull checkin add".
std::string_view line_for(Due due);
std::string_view to_string(Due due);  ///< "check-in": for what was said today

std::optional<Due> parse_due(std::string_view word);

}  // namespace lull
