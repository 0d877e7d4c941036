#pragma once

#include <compare>
#include <cstdint>

namespace lull {

/// A point in time, as seconds since 1970-01-01T00:00Z. The difference of two is a number of
/// seconds.
struct Instant {
  std::int64_t seconds = 0;

  friend auto operator<=>(const Instant&, const Instant&) = default;
  friend Instant operator+(Instant at, std::int64_t later) { return Instant{at.seconds + later}; }
  friend Instant operator-(Instant at, std::int64_t earlier) {
    return Instant{at.seconds - earlier};
  }
  friend std::int64_t operator-(Instant left, Instant right) {
    return left.seconds - right.seconds;
  }
};

}  // namespace lull
