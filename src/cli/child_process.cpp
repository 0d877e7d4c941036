#include "child_process.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "spawn.hpp"

namespace lull {
namespace {

constexpr std::array kEnds{SIGHUP, SIGTERM, SIGINT, SIGQUIT};
constexpr timespec kPatience{2, 0};

/// Blocks the signals that are waited for, and puts mask and terminal back.
class Waiting {
 public:
  Waiting() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGCHLD);
    for (const int end : kEnds) sigaddset(&signals_, end);
    struct sigaction plain {};
    plain.sa_handler = SIG_DFL;
    sigaction(SIGCHLD, &plain, &child_before_);  // ignored, children could not be waited for
    sigprocmask(SIG_BLOCK, &signals_, &mask_before_);
    has_terminal_ = tcgetattr(STDIN_FILENO, &terminal_before_) == 0;
  }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;
  ~Waiting() {
    if (has_terminal_ && tcgetpgrp(STDIN_FILENO) == getpgrp()) {
      tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal_before_);
    }
    sigaction(SIGCHLD, &child_before_, nullptr);
    sigprocmask(SIG_SETMASK, &mask_before_, nullptr);
  }

  const sigset_t& signals() const { return signals_; }
  const sigset_t& mask_before() const { return mask_before_; }

 private:
  sigset_t signals_{};
  sigset_t mask_before_{};
  struct sigaction child_before_ {};
  termios terminal_before_{};
  bool has_terminal_ = false;
};

pid_t start(const std::vector<std::string>& words, const Environment& environment,
            const sigset_t& mask, std::optional<int> input) {
  const Spawned spawned = spawn(words, environment, {input, {}, {}}, &mask);
  if (spawned.reason != 0) {
    throw Error(ErrorKind::refused,
                fmt::format("could not start {}: {}", make_visible_line(words[0]),
                            std::strerror(spawned.reason)));
  }
  return spawned.child;
}

bool is_an_end(int signal) { return signal == SIGHUP || signal == SIGTERM || signal == SIGINT; }

ChildEnd wait_for(pid_t child, const sigset_t& signals) {
  bool told_to_end = false;
  while (true) {
    int status = 0;
    if (waitpid(child, &status, WNOHANG) == child) {
      if (WIFSIGNALED(status)) {
        return {128 + WTERMSIG(status), told_to_end || is_an_end(WTERMSIG(status))};
      }
      // Shells answer for a signal with 128 and its number, vim with 1 after it was told to end.
      const int code = WEXITSTATUS(status);
      return {code, told_to_end || (code > 128 && is_an_end(code - 128))};
    }
    const int signal = sigtimedwait(&signals, nullptr, told_to_end ? &kPatience : nullptr);
    if (signal < 0 && errno == EAGAIN) return {0, true};  // it does not end; its text is there
    if (signal == SIGHUP || signal == SIGTERM) {
      told_to_end = true;
      kill(child, signal);
      kill(child, SIGCONT);
    }
  }
}

}  // namespace

ChildEnd run_in_terminal(const std::vector<std::string>& words, const Environment& environment,
                         std::optional<int> input) {
  const Waiting waiting;
  const pid_t child = start(words, environment, waiting.mask_before(), input);
  return wait_for(child, waiting.signals());
}

}  // namespace lull
