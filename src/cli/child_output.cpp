#include "child_output.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "lull/base/error.hpp"
#include "spawn.hpp"

namespace lull {
namespace {

int wait_for_end(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

// Reserved at once: a text that grows leaves copies of itself behind.
std::string read_at_most(int descriptor, std::size_t most) {
  std::string text;
  text.reserve(most);
  while (text.size() < most) {
    char c = 0;
    const ssize_t got = read(descriptor, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    text += c;
  }
  return text;
}

}  // namespace

ChildOutput read_from_program(const std::vector<std::string>& words, const Environment& environment,
                              std::size_t most) {
  std::array<int, 2> ends{};
  if (words.empty() || pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw Error(ErrorKind::locked, "could not start the passphrase command: it names no program");
  }
  const Spawned spawned = spawn(words, environment, {{}, ends[1], {}});
  close(ends[1]);
  ChildOutput output;
  if (spawned.reason == 0) {
    output.text = read_at_most(ends[0], most);
    close(ends[0]);
    output.code = wait_for_end(spawned.child);
    return output;
  }
  close(ends[0]);
  throw Error(ErrorKind::locked, "could not start the passphrase command: there is no such program",
              "LULL_PASSPHRASE_COMMAND is run without a shell");
}

}  // namespace lull
