#pragma once

#include <signal.h>
#include <termios.h>

#include <string>
#include <string_view>
#include <vector>

#include "lull/cli/inline_editor.hpp"
#include "lull/cli/terminal.hpp"

namespace lull {

/// Writes several lines on the process's own terminal, keys from descriptor 0 and rows on
/// descriptor
/// 2. While it lives the terminal gives single keys; the destructor puts it back as it was.
class InlineWriter {
 public:
  InlineWriter();
  InlineWriter(const InlineWriter&) = delete;
  InlineWriter& operator=(const InlineWriter&) = delete;
  ~InlineWriter();

  /// Until ^D. Interrupted by ^C, HUP, TERM, QUIT and the end of the terminal; then with all that
  /// had arrived.
  Typed write();

 private:
  bool enter();
  void leave();
  bool suspend(bool typed);
  void read_keys(bool typed_ahead);
  void feed(const std::vector<Stroke>& strokes);
  void take_signal();
  void wait();
  void draw();
  void leave_rows();

  InlineEditor editor_;
  StrokeReader reader_;
  bool gone_ = false;      ///< a signal to end came, or the terminal went away
  bool suspends_ = false;  ///< ^Z was typed
  bool raw_ = false;
  int signals_ = -1;
  sigset_t watched_{};
  sigset_t mask_before_{};
  termios before_{};
  std::vector<int> drawn_;  ///< the width of each row on the screen
  std::size_t drawn_cursor_ = 0;
};

}  // namespace lull
