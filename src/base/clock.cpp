#include "lull/base/clock.hpp"

#include <chrono>

namespace lull {

Instant SystemClock::now() const {
  using std::chrono::floor;
  using std::chrono::seconds;
  const auto now = floor<seconds>(std::chrono::system_clock::now());
  return Instant{now.time_since_epoch().count()};
}

}  // namespace lull
