#include "support/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "support/places.hpp"

namespace lull::test {
namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

}  // namespace

Program::Running Program::start(const std::vector<std::string>& words) {
  const std::string number = std::to_string(++runs_);
  const auto out = folder_ / ("out-" + number);
  const auto err = folder_ / ("err-" + number);
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);
  std::vector<std::string> typed{program().string(), "--data", data().string()};
  typed.insert(typed.end(), words.begin(), words.end());
  std::vector<std::string> variables{"HOME=" + home().string(), "TZ=UTC", "LC_ALL=C.UTF-8",
                                     "ASAN_OPTIONS=detect_leaks=0"};
  pid_t process = 0;
  const int failed = posix_spawn(&process, typed.front().c_str(), &actions, nullptr,
                                 pointers(typed).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[0]);
  if (failed != 0) throw std::runtime_error("could not start the program");
  return {process, ends[1], out, err};
}

void Program::Running::feed(const std::string& text) {
  if (write(input_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    throw std::runtime_error("the program takes no input");
  }
  int waiting = 1;
  while (waiting > 0) {
    if (ioctl(input_, FIONREAD, &waiting) != 0) throw std::runtime_error("no pipe");
    poll(nullptr, 0, 1);
  }
}

void Program::Running::send(int signal) { kill(process_, signal); }

Finished Program::Running::finish() {
  close(input_);
  int status = 0;
  waitpid(process_, &status, 0);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, content_of(out_), content_of(err_)};
}

Finished Program::run(const std::vector<std::string>& words, const std::string& input) {
  Running running = start(words);
  if (!input.empty()) running.feed(input);
  return running.finish();
}

}  // namespace lull::test
