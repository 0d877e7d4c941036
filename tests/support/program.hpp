#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/temp_dir.hpp"

namespace lull::test {

/// What the program as a whole gave.
struct Finished {
  int code = 0;  ///< exit code, or 128 and the signal that ended it
  std::string out;
  std::string err;
};

/// The real binary with a home of its own, in UTC.
class Program {
 public:
  std::filesystem::path home() const { return folder_.path(); }
  std::filesystem::path data() const { return folder_.path() / "data"; }

  /// Runs `lull --data DATA words...` to its end, with `input` on standard input.
  Finished run(const std::vector<std::string>& words, const std::string& input = {});

  /// Starts it with standard input held open; `feed` returns once the program has read all of it.
  class Running {
   public:
    Running(pid_t process, int input, std::filesystem::path out, std::filesystem::path err)
        : process_(process), input_(input), out_(std::move(out)), err_(std::move(err)) {}
    void feed(const std::string& text);
    void send(int signal);
    /// Closes its input and waits for the end.
    Finished finish();

   private:
    pid_t process_;
    int input_;
    std::filesystem::path out_;
    std::filesystem::path err_;
  };
  Running start(const std::vector<std::string>& words);

 private:
  TempDir folder_;
  int runs_ = 0;
};

}  // namespace lull::test
