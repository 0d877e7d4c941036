#pragma once

#include "lull/cli/terminal.hpp"

namespace lull {

/// The process's own terminal: descriptors 0, 1 and 2, and /dev/tty for secrets. While it waits for
/// the person it catches INT, TERM, HUP and QUIT, so that nothing that was typed is lost to them.
class PosixTerminal : public Terminal {
 public:
  bool can_ask() const override;
  bool input_is_terminal() const override;
  bool output_is_terminal() const override;
  int width() const override;
  int height() const override;
  std::optional<std::string> ask_line(const std::string& prompt) override;
  std::optional<std::string> ask_secret(const std::string& prompt) override;
  Typed read_input() override;
  Typed write_inline(const std::string& prompt) override;
  std::unique_ptr<LiveScreen> open_live_screen(bool alternate) override;
  bool page(const std::string& text, const std::vector<std::string>& words,
            const Environment& environment) override;
};

}  // namespace lull
