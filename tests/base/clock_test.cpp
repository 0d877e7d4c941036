#include "lull/base/clock.hpp"

#include <ctime>

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("a fixed clock stands still until it is moved", "[Clock]") {
  FixedClock clock(Instant{1'000});
  CHECK(clock.now() == Instant{1'000});
  CHECK(clock.now() == Instant{1'000});
  clock.move_to(Instant{500});
  CHECK(clock.now() == Instant{500});
}

TEST_CASE("the system's clock tells the system's seconds", "[Clock]") {
  // time() may lag the precise clock by one tick.
  const std::time_t before = std::time(nullptr);
  const Instant now = SystemClock().now();
  const std::time_t after = std::time(nullptr) + 1;
  CHECK(before <= now.seconds);
  CHECK(now.seconds <= after);
}
