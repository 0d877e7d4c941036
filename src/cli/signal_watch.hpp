#pragma once

#include <signal.h>

#include <array>

namespace lull {

/// While it lives, INT, TERM, HUP and QUIT don't end the process but interrupt its reads (no
/// SA_RESTART). One at a time.
class SignalWatch {
 public:
  SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;
  ~SignalWatch();

  /// The signal that came, or 0.
  int caught() const;

 private:
  static constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  std::array<struct sigaction, kSignals.size()> before_{};
};

}  // namespace lull
