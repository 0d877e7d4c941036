#pragma once

#include <signal.h>
#include <termios.h>

#include "lull/cli/live_screen.hpp"

namespace lull {

/// A live screen on the process's own terminal: keys from descriptor 0, lines on descriptor 2.
/// Without `alternate` it draws below the cursor and leaves its last lines standing.
class PosixLiveScreen : public LiveScreen {
 public:
  explicit PosixLiveScreen(bool alternate);
  PosixLiveScreen(const PosixLiveScreen&) = delete;
  PosixLiveScreen& operator=(const PosixLiveScreen&) = delete;
  ~PosixLiveScreen() override;

  void draw(const std::vector<std::string>& lines) override;
  std::optional<KeyPress> wait_key(int milliseconds) override;
  void ring() override;
  int width() const override;
  int height() const override;
  std::int64_t milliseconds() const override;

 private:
  /// What ended one wait.
  enum class Woken { keys, redraw, time };

  void enter();
  void leave();
  void suspend();
  Woken wait(int milliseconds);
  bool take_signal();
  void read_keys();

  bool alternate_;
  int signals_ = -1;
  sigset_t mask_before_{};
  termios before_{};
  std::string typed_;
  std::vector<int> drawn_;  ///< the width of each line on the screen
};

}  // namespace lull
