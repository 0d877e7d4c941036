#include "inline_writer.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/base/write_whole.hpp"

namespace lull {
namespace {

constexpr int kEscapeMilliseconds = 50;  // what follows an escape comes at once, or it was the key
constexpr int kMostStops = 100;          // of a program that waits to be brought to the front
constexpr std::array kEnds{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
constexpr std::string_view kHint = "(^D once more saves)";

void show(std::string_view text) { static_cast<void>(write_whole(STDERR_FILENO, text)); }

int side_of_terminal(unsigned short winsize::*side, int otherwise) {
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.*side > 0) return size.*side;
  return otherwise;
}

// What the parent told the program to ignore (nohup) stays ignored.
void watch(sigset_t& set, int signal) {
  struct sigaction action {};
  if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) return;
  sigaddset(&set, signal);
}

bool end_is_pending() {
  sigset_t pending;
  sigpending(&pending);
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](int signal) { return sigismember(&pending, signal) == 1; });
}

}  // namespace

InlineWriter::InlineWriter() {
  tcgetattr(STDIN_FILENO, &before_);
  sigemptyset(&watched_);
  for (const int signal : kEnds) watch(watched_, signal);
  for (const int signal : {SIGTSTP, SIGWINCH, SIGCONT}) watch(watched_, signal);
  sigprocmask(SIG_BLOCK, &watched_, &mask_before_);
  signals_ = signalfd(-1, &watched_, SFD_CLOEXEC | SFD_NONBLOCK);
  if (signals_ < 0) {
    sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
    throw Error(ErrorKind::io, "could not use the terminal: the system gives no signal descriptor");
  }
}

InlineWriter::~InlineWriter() {
  leave();
  close(signals_);
  sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
}

// In the background the terminal is not ours to change: stop until somebody brings us back.
// False when told to end meanwhile.
bool InlineWriter::enter() {
  for (int stops = 0; tcgetpgrp(STDIN_FILENO) != getpgrp(); ++stops) {
    if (end_is_pending() || stops == kMostStops) return false;
    raise(SIGTTOU);
  }
  termios raw = before_;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN | ISIG);
  raw.c_iflag &= ~static_cast<tcflag_t>(IXON | ICRNL | INLCR | IGNCR | ISTRIP);
  raw.c_cc[VMIN] = 0;
  raw.c_cc[VTIME] = 0;
  if (tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) != 0) return false;
  raw_ = true;
  show("\x1b[?2004h");
  drawn_.clear();
  return true;
}

void InlineWriter::leave() {
  if (!raw_) return;
  show("\x1b[?2004l");
  tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
  raw_ = false;
}

// True when it goes on. A ^Z that was typed stops the whole job, as the terminal would have.
bool InlineWriter::suspend(bool typed) {
  leave_rows();
  leave();
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  if (typed) {
    kill(0, SIGTSTP);
  } else {
    raise(SIGTSTP);
  }
  sigprocmask(SIG_UNBLOCK, &stop, nullptr);  // the process stops here, and goes on from here
  sigprocmask(SIG_BLOCK, &stop, nullptr);
  return !end_is_pending() && enter();
}

void InlineWriter::feed(const std::vector<Stroke>& strokes) {
  for (const Stroke& stroke : strokes) {
    suspends_ = suspends_ || stroke.kind == StrokeKind::suspend;
    if (stroke.kind == StrokeKind::redraw) {
      show("\x1b[H\x1b[2J");
      drawn_.clear();
    }
    editor_.take(stroke);
  }
}

// One byte at a time, so that what is typed after the last ^D is left to the shell. A ^D that was
// typed before the terminal gave single keys has become a NUL.
void InlineWriter::read_keys(bool typed_ahead) {
  char byte = 0;
  bool any = false;
  while (editor_.is_open() && !suspends_) {
    const ssize_t got = read(STDIN_FILENO, &byte, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      gone_ = gone_ || (!any && !typed_ahead) || (got < 0 && errno != EAGAIN);
      return;
    }
    any = true;
    if (typed_ahead && byte == '\0') byte = '\x04';
    feed(reader_.read({&byte, 1}));
  }
}

void InlineWriter::take_signal() {
  signalfd_siginfo caught{};
  if (read(signals_, &caught, sizeof caught) != static_cast<ssize_t>(sizeof caught)) return;
  switch (caught.ssi_signo) {
    case SIGWINCH:
      return;
    case SIGTSTP:
      if (!suspend(false)) gone_ = true;
      return;
    case SIGCONT:  // after a stop that could not be seen, the shell may have changed the terminal
      if (!enter()) gone_ = true;
      return;
    default:
      read_keys(true);  // words that were on their way
      gone_ = true;
  }
}

void InlineWriter::wait() {
  std::array<pollfd, 2> sources{{{STDIN_FILENO, POLLIN, 0}, {signals_, POLLIN, 0}}};
  const int ready =
      poll(sources.data(), sources.size(), reader_.waits() ? kEscapeMilliseconds : -1);
  if (ready < 0) {
    gone_ = errno != EINTR;
  } else if (ready == 0) {
    feed(reader_.give_up());
  } else if ((sources[1].revents & POLLIN) != 0) {
    take_signal();
  } else {
    read_keys(false);
  }
}

void InlineWriter::draw() {
  const int columns = side_of_terminal(&winsize::ws_col, 80);
  const int height = side_of_terminal(&winsize::ws_row, 24);
  const bool asked = editor_.state() == InlineEditor::State::asked;
  ShownRows shown = lay_out(editor_.text(), editor_.cursor(), columns,
                            static_cast<std::size_t>(std::max(1, height - (asked ? 2 : 1))));
  if (asked) shown.rows.emplace_back(fit_to_width(kHint, columns - 1));
  // A terminal that became narrower has wrapped what stood there.
  int up = 0;
  for (std::size_t i = 0; i < std::min(drawn_cursor_, drawn_.size()); ++i) {
    up += std::max(1, (drawn_[i] + columns - 1) / columns);
  }
  std::string frame = drawn_.empty() || up == 0 ? "\r\x1b[J" : fmt::format("\r\x1b[{}A\x1b[J", up);
  drawn_.clear();
  for (const std::string& row : shown.rows) {
    if (!drawn_.empty()) frame += "\r\n";
    frame += row;
    drawn_.push_back(width_of(row));
  }
  drawn_cursor_ = shown.cursor_row;
  if (const std::size_t below = shown.rows.size() - 1 - shown.cursor_row; below > 0) {
    frame += fmt::format("\x1b[{}A", below);
  }
  frame += '\r';
  if (shown.cursor_column > 0) frame += fmt::format("\x1b[{}C", shown.cursor_column);
  show(frame);
}

// The next line of the screen is free for whoever writes there.
void InlineWriter::leave_rows() {
  if (drawn_.empty()) return;
  const std::size_t below = drawn_.size() - 1 - drawn_cursor_;
  show(below > 0 ? fmt::format("\x1b[{}B\r\n", below) : "\r\n");
  drawn_.clear();
}

Typed InlineWriter::write() {
  if (enter()) {
    read_keys(true);
  } else {
    gone_ = true;
  }
  while (editor_.is_open() && !gone_) {
    if (suspends_) {
      suspends_ = false;
      if (!suspend(true)) break;
      signalfd_siginfo caught{};  // the CONT that woke us
      while (read(signals_, &caught, sizeof caught) > 0 && caught.ssi_signo == SIGWINCH) continue;
    }
    draw();
    wait();
  }
  if (editor_.is_open()) feed(reader_.give_up());
  if (!gone_) draw();
  leave_rows();
  leave();
  return {editor_.text(), editor_.state() != InlineEditor::State::finished};
}

}  // namespace lull
