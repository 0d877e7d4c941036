#include "signal_watch.hpp"

namespace lull {
namespace {

volatile sig_atomic_t caught_signal = 0;
int watches = 0;

void remember(int signal) { caught_signal = signal; }

}  // namespace

SignalWatch::SignalWatch() {
  if (watches++ == 0) caught_signal = 0;
  struct sigaction action {};
  action.sa_handler = remember;
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    sigaction(kSignals.at(i), nullptr, &before_.at(i));
    if (before_.at(i).sa_handler != SIG_IGN) sigaction(kSignals.at(i), &action, nullptr);
  }
}

SignalWatch::~SignalWatch() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    sigaction(kSignals.at(i), &before_.at(i), nullptr);
  }
  --watches;
}

int SignalWatch::caught() const { return caught_signal; }

}  // namespace lull
