#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "lull/cli/terminal.hpp"

namespace lull::test {

/// A terminal whose person is a list of lines. Without `interactive` it is a pipe that holds
/// `input`.
class ScriptedTerminal : public Terminal {
 public:
  bool interactive = false;
  bool interrupt = false;  ///< ^C comes after what is typed
  int columns = 80;
  std::string input;                ///< what standard input holds
  std::deque<std::string> answers;  ///< lines typed at questions; then the end of input
  std::deque<std::string> secrets;
  std::vector<std::string> asked;  ///< the questions that were shown

  bool can_ask() const override { return interactive; }
  bool input_is_terminal() const override { return interactive; }
  bool output_is_terminal() const override { return interactive; }
  int width() const override { return columns; }
  int height() const override { return 24; }

  std::optional<std::string> ask_line(const std::string& prompt) override {
    asked.push_back(prompt);
    return take(answers);
  }
  std::optional<std::string> ask_secret(const std::string& prompt) override {
    asked.push_back(prompt);
    return take(secrets);
  }
  Typed read_input() override { return {input, interrupt}; }
  Typed write_inline(const std::string& prompt) override {
    asked.push_back(prompt);
    return {input, interrupt};
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
