#pragma once

#include <string>
#include <string_view>

#include "lull/base/day_rule.hpp"

namespace lull {

/// A date that a person typed, in the strict grammar of `lull help dates`, in any case of letters:
///
///   2026-11-20 | today | yesterday | monday | mon    a day; a weekday is the past one, never today
///   3d | 2w                                          that many days or weeks ago
///   DAY HH:MM                                        the clock time on that calendar date
///   YYYY-MM-DDTHH:MM[:SS][Z|+HH:MM]                  the same, or with its own offset
///   HH:MM                                            in the current journal day
///
/// A bare day means noon, or now when noon is still to come today. "23:50" typed at 01:30 is last
/// night. What is typed may lie in the future: the caller decides whether it may. Throws
/// Error{usage} for anything else; the hint lists the forms, the message doesn't repeat the text.
Instant parse_when(std::string_view text, const DayRule& rule, Instant now);

/// The day part of the grammar alone. Throws as parse_when does.
Day parse_day(std::string_view text, const DayRule& rule, Instant now);

/// "Mon 22:30, 3 hours ago", "Tue 17 Nov 2026 12:00, 4 days ago": how a moment is echoed, in the
/// offset it was written in. The date is left out within two days of now.
std::string describe(const Moment& moment, Instant now);

/// "just now", "5 minutes ago", "3 hours ago" (up to 47), "4 days ago", "in 2 hours": whole units,
/// rounded towards now.
std::string describe_distance(Instant at, Instant now);

}  // namespace lull
