#pragma once

#include <string>
#include <string_view>

#include "lull/base/day_rule.hpp"

namespace lull {

/// A date that a person typed, in the strict grammar of `lull help dates`:
///   2026-11-20 | today | yesterday | monday..sunday (the past one, today excluded) | 3d | 2w  - a
///   day DAY HH:MM | DAYTHH:MM[:SS][Z|+HH:MM] - a time on it HH:MM - in the current journal day
/// A bare day means noon, or now when noon is still to come today. "23:50" typed at 01:30 is last
/// night. Throws Error{usage} for anything else; the hint lists the forms, the message doesn't
/// repeat the text.
Instant parse_when(std::string_view text, const DayRule& rule, Instant now);

/// The day part of the grammar alone. Throws as parse_when does.
Day parse_day(std::string_view text, const DayRule& rule, Instant now);

/// "Mon 22:30, 3 hours ago", "Tue 17 Nov 2026 12:00, 4 days ago": how a moment is echoed.
std::string describe(const Moment& moment, Instant now);

/// "just now", "5 minutes ago", "3 hours ago", "4 days ago", "in 2 hours".
std::string describe_distance(Instant at, Instant now);

}  // namespace lull
