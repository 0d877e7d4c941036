#include "lull/cli/posix_terminal.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "child_process.hpp"
#include "inline_writer.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/write_whole.hpp"
#include "posix_live_screen.hpp"
#include "signal_watch.hpp"

namespace lull {
namespace {

constexpr int kDefaultWidth = 80;
constexpr int kDefaultHeight = 24;

// What can't be shown is not shown.
void show(int descriptor, std::string_view text) {
  static_cast<void>(write_whole(descriptor, text));
}

// Reads up to `stop` (or to the end when it is 0). Nothing was typed and the end came: no value.
struct Line {
  std::string text;
  bool ended = false;
  bool interrupted = false;
};

volatile sig_atomic_t told_to_stop = 0;  // ^Z while a secret is typed

void read_line(Line& line, int descriptor, const SignalWatch& watch) {
  while (true) {
    char c = 0;
    // A signal may have come since the question before.
    const ssize_t got = watch.caught() == 0 ? read(descriptor, &c, 1) : -1;
    if (got == 1 && c == '\n') return;
    if (got == 1) {
      line.text += c;
    } else if (got == 0) {
      line.ended = line.text.empty();
      return;
    } else if (watch.caught() != 0 || errno != EINTR) {
      line.interrupted = true;
      return;
    } else if (told_to_stop != 0) {
      return;
    }
  }
}

Typed read_to_end(int descriptor) {
  const SignalWatch watch;
  Typed typed;
  std::array<char, 65536> buffer{};
  ssize_t got = 1;
  while (got != 0 && !typed.interrupted) {
    got = read(descriptor, buffer.data(), buffer.size());
    if (got > 0) typed.text.append(buffer.data(), static_cast<std::size_t>(got));
    // A terminal that went away reads as the end; the signal that said so may be a moment late.
    typed.interrupted = watch.caught() != 0 || (got < 0 && errno != EINTR);
  }
  return typed;
}

int size_of(unsigned short winsize::*side, const char* variable, int otherwise) {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.*side > 0) return size.*side;
  if (const char* value = std::getenv(variable)) {
    const int number = std::atoi(value);
    if (number > 0) return number;
  }
  return otherwise;
}

void note_stop(int) { told_to_stop = 1; }

// Echo off as long as it lives. ^Z interrupts a read, so that the echo comes back first.
class HiddenEcho {
 public:
  explicit HiddenEcho(int descriptor) : descriptor_(descriptor) {
    changed_ = tcgetattr(descriptor_, &before_) == 0;
    struct sigaction action {};
    action.sa_handler = note_stop;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, &stop_before_);
    hide();
  }
  HiddenEcho(const HiddenEcho&) = delete;
  HiddenEcho& operator=(const HiddenEcho&) = delete;
  ~HiddenEcho() {
    show_again();
    sigaction(SIGTSTP, &stop_before_, nullptr);
  }

  /// Stops this process; returns when it goes on.
  void stop() const {
    show_again();
    told_to_stop = 0;
    raise(SIGSTOP);
    hide();
  }

 private:
  void hide() const {
    if (!changed_) return;
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(descriptor_, TCSAFLUSH, &hidden);
  }
  void show_again() const {
    if (changed_) tcsetattr(descriptor_, TCSAFLUSH, &before_);
  }

  int descriptor_;
  bool changed_ = false;
  termios before_{};
  struct sigaction stop_before_ {};
};

// A text that grows leaves copies of itself behind, so a secret has its place from the first.
constexpr std::size_t kLongestSecret = 4096;

Line read_secret(int descriptor, const std::string& prompt) {
  const SignalWatch watch;
  const HiddenEcho hidden(descriptor);
  while (true) {
    show(descriptor, prompt);
    Line line;
    line.text.reserve(kLongestSecret);
    told_to_stop = 0;
    read_line(line, descriptor, watch);
    if (told_to_stop == 0) {
      show(descriptor, "\n");
      return line;
    }
    hidden.stop();
  }
}

[[noreturn]] void throw_interrupted() {
  throw Error(ErrorKind::interrupted, "interrupted; nothing was changed");
}

}  // namespace

bool PosixTerminal::can_ask() const {
  return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}
bool PosixTerminal::input_is_terminal() const { return isatty(STDIN_FILENO) == 1; }
bool PosixTerminal::output_is_terminal() const { return isatty(STDOUT_FILENO) == 1; }
int PosixTerminal::width() const { return size_of(&winsize::ws_col, "COLUMNS", kDefaultWidth); }
int PosixTerminal::height() const { return size_of(&winsize::ws_row, "LINES", kDefaultHeight); }

std::optional<std::string> PosixTerminal::ask_line(const std::string& prompt) {
  const SignalWatch watch;
  std::cout.flush();  // what was said before stands above the question
  show(STDERR_FILENO, fill(prompt, width()));
  Line line;
  read_line(line, STDIN_FILENO, watch);
  if (line.interrupted) {
    show(STDERR_FILENO, "\n");  // behind the ^C that the terminal shows
    throw_interrupted();
  }
  if (line.ended) return std::nullopt;
  return std::move(line.text);
}

std::optional<std::string> PosixTerminal::ask_secret(const std::string& prompt) {
  const int descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return std::nullopt;
  std::cout.flush();
  Line line = read_secret(descriptor, fill(prompt, width()));
  close(descriptor);
  if (line.interrupted) throw_interrupted();
  if (line.ended) return std::nullopt;
  return std::move(line.text);
}

Typed PosixTerminal::read_input() { return read_to_end(STDIN_FILENO); }

Typed PosixTerminal::write_inline(const std::string& prompt) {
  show(STDERR_FILENO, prompt);
  // A terminal that can't move its cursor keeps its own, plainer line editing.
  const char* kind = std::getenv("TERM");
  if (!can_ask() || kind == nullptr || std::string_view(kind) == "dumb") {
    return read_to_end(STDIN_FILENO);
  }
  return InlineWriter().write();
}

std::unique_ptr<LiveScreen> PosixTerminal::open_live_screen(bool alternate) {
  const char* kind = std::getenv("TERM");
  if (!can_ask() || kind == nullptr || std::string_view(kind) == "dumb") return nullptr;
  return std::make_unique<PosixLiveScreen>(alternate);
}

bool PosixTerminal::page(const std::string& text, const std::vector<std::string>& words,
                         const Environment& environment) {
  // In memory: a pipe would have to be fed while the pager is waited for, a file would be left.
  const int held = memfd_create("page", MFD_CLOEXEC);
  if (held < 0) return false;
  show(held, text);
  lseek(held, 0, SEEK_SET);
  bool shown = true;
  try {
    run_in_terminal(words, environment, held);
  } catch (const Error&) {
    shown = false;
  }
  close(held);
  return shown;
}

}  // namespace lull
