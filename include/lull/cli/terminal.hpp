#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/environment.hpp"
#include "lull/cli/live_screen.hpp"

namespace lull {

/// What was typed until the end, or until the person stopped it.
struct Typed {
  std::string text;
  bool interrupted = false;       ///< ^C, or the terminal went away; `text` is what had arrived
  std::filesystem::path draft{};  ///< where an editor has it, until the text is safe; mostly empty
};

/// The person's side of the screen: keys and questions. A seam, so that tests can play the person.
/// Data that a command gives goes to the session's streams, not here.
class Terminal {
 public:
  virtual ~Terminal() = default;

  /// Whether questions can be asked: input and the error stream are both a terminal.
  virtual bool can_ask() const = 0;
  virtual bool input_is_terminal() const = 0;
  virtual bool output_is_terminal() const = 0;
  virtual int width() const = 0;
  virtual int height() const = 0;

  /// Shows `prompt` on the error stream and gives the line that is typed, without its end; nothing
  /// at the end of input. Throws Error{interrupted} on ^C.
  virtual std::optional<std::string> ask_line(const std::string& prompt) = 0;
  /// The same without showing what is typed, from the terminal itself even when input is a pipe.
  /// Nothing when there is no terminal.
  virtual std::optional<std::string> ask_secret(const std::string& prompt) = 0;
  /// Everything on standard input, up to its end.
  virtual Typed read_input() = 0;
  /// Several lines with line editing, until ^D on an empty line or twice. `prompt` is shown first.
  virtual Typed write_inline(const std::string& prompt) = 0;
  /// Single keys and lines drawn again and again, until the screen is destroyed; questions can't be
  /// asked meanwhile. With `alternate` nothing of it stays on the terminal. Null where there is no
  /// terminal, or one that can't move its cursor.
  virtual std::unique_ptr<LiveScreen> open_live_screen(bool alternate) = 0;
  /// Runs a pager, named by its words, over `text`, which no file holds, and waits for its end.
  /// False when it could not be started, and nothing was shown.
  virtual bool page(const std::string& text, const std::vector<std::string>& words,
                    const Environment& environment) = 0;
};

}  // namespace lull
