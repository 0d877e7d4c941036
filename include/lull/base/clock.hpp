#pragma once

#include "lull/base/instant.hpp"

namespace lull {

/// Where "now" comes from. A seam, so that tests decide what time it is.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

/// The machine's clock.
class SystemClock : public Clock {
 public:
  Instant now() const override;
};

/// Always the same instant, until it is moved.
class FixedClock : public Clock {
 public:
  explicit FixedClock(Instant now) : now_(now) {}
  Instant now() const override { return now_; }
  void move_to(Instant now) { now_ = now; }

 private:
  Instant now_;
};

}  // namespace lull
