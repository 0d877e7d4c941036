#include "child_output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "lull/base/error.hpp"

namespace lull {
namespace {

// What exec takes: valid as long as the texts are.
std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> found;
  found.reserve(texts.size() + 1);
  for (std::string& text : texts) found.push_back(text.data());
  found.push_back(nullptr);
  return found;
}

pid_t start_writing_to(int output, std::vector<std::string> words, const Environment& environment) {
  std::vector<std::string> variables;
  for (const auto& [name, value] : environment.all()) variables.push_back(name + '=' + value);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  sigset_t plain;
  sigemptyset(&plain);
  sigaddset(&plain, SIGPIPE);
  sigaddset(&plain, SIGXFSZ);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setsigdefault(&attributes, &plain);
  pid_t child = 0;
  const int reason = posix_spawnp(&child, words.at(0).c_str(), &actions, &attributes,
                                  pointers(words).data(), pointers(variables).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return reason == 0 ? child : -1;
}

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
  const pid_t child = start_writing_to(ends[1], words, environment);
  close(ends[1]);
  ChildOutput output;
  if (child > 0) {
    output.text = read_at_most(ends[0], most);
    close(ends[0]);
    output.code = wait_for_end(child);
    return output;
  }
  close(ends[0]);
  throw Error(ErrorKind::locked, "could not start the passphrase command: there is no such program",
              "LULL_PASSPHRASE_COMMAND is run without a shell");
}

}  // namespace lull
