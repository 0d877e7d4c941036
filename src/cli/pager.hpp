#pragma once

#include <string>
#include <string_view>

#include "lull/cli/session.hpp"

namespace lull {

/// Data that may be longer than the screen. On a terminal, with `screen.pager` on, it is held back
/// until finish() and then shown through $PAGER, else less, if it doesn't fit; anywhere else it is
/// written as it comes. An empty PAGER, `cat`, or no pager at all means straight.
class LongOutput {
 public:
  explicit LongOutput(Session& session);

  void write(std::string_view text);
  /// Shows what was held back; to be called once, at the end.
  void finish();

 private:
  Session& session_;
  bool holds_;
  std::string held_;
};

}  // namespace lull
