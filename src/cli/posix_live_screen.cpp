#include "posix_live_screen.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <time.h>
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
constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH, SIGCONT};

void show(std::string_view text) { static_cast<void>(write_whole(STDERR_FILENO, text)); }

sigset_t watched_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : kSignals) sigaddset(&set, signal);
  return set;
}

int side_of_terminal(unsigned short winsize::*side, int otherwise) {
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.*side > 0) return size.*side;
  return otherwise;
}

[[noreturn]] void throw_interrupted() { throw Error(ErrorKind::interrupted, "interrupted"); }

}  // namespace

PosixLiveScreen::PosixLiveScreen(bool alternate) : alternate_(alternate) {
  tcgetattr(STDIN_FILENO, &before_);
  const sigset_t watched = watched_signals();
  sigprocmask(SIG_BLOCK, &watched, &mask_before_);
  signals_ = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
  if (signals_ < 0) {
    sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
    throw Error(ErrorKind::io, "could not use the terminal: the system gives no signal descriptor");
  }
  enter();
}

PosixLiveScreen::~PosixLiveScreen() {
  leave();
  close(signals_);
  sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
}

void PosixLiveScreen::enter() {
  termios raw = before_;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN);
  raw.c_iflag &= ~static_cast<tcflag_t>(IXON);
  raw.c_cc[VMIN] = 0;
  raw.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
  show(alternate_ ? "\x1b[?1049h\x1b[?25l" : "\x1b[?25l");
  drawn_.clear();
}

void PosixLiveScreen::leave() {
  if (alternate_) {
    show("\x1b[?1049l\x1b[?25h");
  } else {
    show(drawn_.empty() ? "\x1b[?25h" : "\r\n\x1b[?25h");
  }
  // Keys that nobody took are not meant for the shell.
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
}

void PosixLiveScreen::suspend() {
  leave();
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  raise(SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &stop, nullptr);  // the process stops here, and goes on from here
  sigprocmask(SIG_BLOCK, &stop, nullptr);
  enter();
}

void PosixLiveScreen::draw(const std::vector<std::string>& lines) {
  const int columns = width();
  const auto rows = std::min(lines.size(), static_cast<std::size_t>(height()));
  // Lines are written over what stands there and cleared behind, so that nothing flickers.
  std::string frame;
  if (alternate_) {
    frame = "\x1b[H";
  } else if (!drawn_.empty()) {
    // A terminal that became narrower has wrapped what stood there.
    int up = -1;
    for (const int drawn : drawn_) up += std::max(1, (drawn + columns - 1) / columns);
    frame = up > 0 ? fmt::format("\r\x1b[{}A", up) : "\r";
  }
  drawn_.clear();
  for (std::size_t i = 0; i < rows; ++i) {
    if (i > 0) frame += "\r\n";
    const std::string line = fit_to_width(lines[i], columns);
    drawn_.push_back(width_of(line));
    frame += line;
    if (drawn_.back() < columns) frame += "\x1b[K";
  }
  frame += "\x1b[J";
  show(frame);
}

// True when the screen must be drawn again.
bool PosixLiveScreen::take_signal() {
  signalfd_siginfo caught{};
  if (read(signals_, &caught, sizeof caught) != static_cast<ssize_t>(sizeof caught)) return false;
  switch (caught.ssi_signo) {
    case SIGWINCH:
      return true;
    case SIGTSTP:
      suspend();
      return true;
    case SIGCONT:  // after a stop that could not be seen, the shell may have changed the terminal
      enter();
      return true;
    default:
      throw_interrupted();
  }
}

void PosixLiveScreen::read_keys() {
  std::array<char, 256> bytes{};
  const ssize_t got = read(STDIN_FILENO, bytes.data(), bytes.size());
  if (got > 0) {
    typed_.append(bytes.data(), static_cast<std::size_t>(got));
  } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
    throw_interrupted();
  }
}

PosixLiveScreen::Woken PosixLiveScreen::wait(int milliseconds) {
  std::array<pollfd, 2> sources{{{STDIN_FILENO, POLLIN, 0}, {signals_, POLLIN, 0}}};
  const int ready = poll(sources.data(), sources.size(), milliseconds);
  if (ready == 0) return Woken::time;
  if (ready < 0) return errno == EINTR ? Woken::redraw : Woken::time;
  if ((sources[1].revents & POLLIN) != 0) return take_signal() ? Woken::redraw : Woken::keys;
  if ((sources[0].revents & POLLIN) != 0) {
    read_keys();
    return Woken::keys;
  }
  throw_interrupted();  // the terminal went away
}

std::optional<KeyPress> PosixLiveScreen::wait_key(int milliseconds) {
  const std::int64_t end = this->milliseconds() + milliseconds;
  while (true) {
    if (auto press = take_key(typed_)) return press;
    const auto left = static_cast<int>(std::max<std::int64_t>(0, end - this->milliseconds()));
    const bool begun = !typed_.empty();
    switch (wait(begun ? kEscapeMilliseconds : left)) {
      case Woken::redraw:
        return std::nullopt;
      case Woken::keys:
        continue;
      case Woken::time:
        break;
    }
    if (!begun) return std::nullopt;
    const bool escape = typed_ == "\x1b";
    typed_.clear();
    return KeyPress{escape ? Key::escape : Key::other, {}};
  }
}

void PosixLiveScreen::ring() { show("\a"); }
int PosixLiveScreen::width() const { return side_of_terminal(&winsize::ws_col, 80); }
int PosixLiveScreen::height() const { return side_of_terminal(&winsize::ws_row, 24); }

std::int64_t PosixLiveScreen::milliseconds() const {
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

}  // namespace lull
