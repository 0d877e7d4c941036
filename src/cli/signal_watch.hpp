#pragma once

#include <signal.h>

#include <array>

namespace lull {

/// While it lives, INT, TERM, HUP and QUIT don't end the process but interrupt its reads (no
/// SA_RESTART). One inside another sees what the outer one caught. A signal that the parent told
/// the program to ignore (nohup) stays ignored.
class SignalWatch {
 public:
  SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;
  ~SignalWatch();

  /// The signal that came since the outermost watch began, or 0.
  int caught() const;

 private:
  static constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  std::array<struct sigaction, kSignals.size()> before_{};
};

}  // namespace lull
