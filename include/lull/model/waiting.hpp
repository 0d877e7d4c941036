#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lull/base/instant.hpp"

namespace lull {

/// A wait from one instant to another, as `pause` keeps it. It goes on while the program is
/// suspended: waiting is waiting.
struct Waiting {
  Instant began;
  int seconds = 600;

  /// Seconds to go, 0 when over. A clock that was set back never makes the wait longer than asked.
  int left(Instant now) const;
  bool is_over(Instant now) const { return left(now) == 0; }
};

/// Seconds in "10", "2.5" (minutes) or "0:02" (minutes and seconds); nothing for anything else or
/// for more than a day. "0" is 0.
std::optional<int> parse_minutes(std::string_view text);

std::string to_minutes(int seconds);  ///< "9:58"

}  // namespace lull
