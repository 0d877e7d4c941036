#pragma once

#include <signal.h>

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/error.hpp"
#include "lull/cli/terminal.hpp"
#include "support/scripted_screen.hpp"

namespace lull::test {

/// A text and the words of the pager that was to show it.
struct Paged {
  std::string text;
  std::vector<std::string> words;
};

/// A terminal whose person is a list of lines. Without `interactive` it is a pipe that holds
/// `input`.
class ScriptedTerminal : public Terminal {
 public:
  bool interactive = false;
  bool interrupt = false;  ///< ^C comes after what is typed
  int late_signal = 0;     ///< comes when all that is typed has been given
  int columns = 80;
  std::string input;                ///< what standard input holds
  std::deque<std::string> answers;  ///< lines typed at questions; then the end of input
  std::deque<std::string> secrets;
  std::vector<std::string> asked;  ///< the questions that were shown
  std::deque<ScreenEvent> keys;    ///< for live screens, one after the other
  ScreenRecord screen;             ///< what the last live screen showed
  bool has_pager = true;           ///< whether a pager can be started
  std::optional<Paged> paged;      ///< what a pager was given last

  bool can_ask() const override { return interactive; }
  bool input_is_terminal() const override { return interactive; }
  bool output_is_terminal() const override { return interactive; }
  int width() const override { return columns; }
  int height() const override { return 24; }

  std::optional<std::string> ask_line(const std::string& prompt) override {
    asked.push_back(prompt);
    if (late_signal != 0 && answers.empty()) raise(late_signal);
    if (answers.empty() && interrupt) throw Error(ErrorKind::interrupted, "interrupted");
    return take(answers);
  }
  std::optional<std::string> ask_secret(const std::string& prompt) override {
    asked.push_back(prompt);
    return take(secrets);
  }
  Typed read_input() override {
    if (late_signal != 0) raise(late_signal);
    return {input, interrupt};
  }
  Typed write_inline(const std::string& prompt) override {
    asked.push_back(prompt);
    return {input, interrupt};
  }
  std::unique_ptr<LiveScreen> open_live_screen(bool alternate) override {
    if (!interactive) return nullptr;
    screen.alternate = alternate;
    return std::make_unique<ScriptedScreen>(keys, screen, columns, height());
  }

  bool page(const std::string& text, const std::vector<std::string>& words,
            const Environment&) override {
    paged = {text, words};
    return has_pager;
  }

 private:
  static std::optional<std::string> take(std::deque<std::string>& lines) {
    if (lines.empty()) return std::nullopt;
    std::string line = std::move(lines.front());
    lines.pop_front();
    return line;
  }
};

}  // namespace lull::test
