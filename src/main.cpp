#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/when.hpp"
#include "lull/cli/descriptor_output.hpp"
#include "lull/cli/exit_code.hpp"
#include "lull/cli/posix_terminal.hpp"
#include "lull/cli/run_app.hpp"

namespace {

// Descriptors 0 to 2 must be open before any file is, or the journal could become standard output.
void open_missing_streams() {
  for (int descriptor = open("/dev/null", O_RDWR); descriptor >= 0 && descriptor <= 2;) {
    descriptor = open("/dev/null", O_RDWR);
    if (descriptor > 2) {
      close(descriptor);
      return;
    }
  }
}

// For tests of the program as a whole: LULL_NOW holds seconds since 1970.
lull::Instant fixed_now(const char* text) { return lull::Instant{std::strtoll(text, nullptr, 10)}; }

int run(std::vector<std::string> words, const lull::Clock& clock) {
  lull::DescriptorOutput output(STDOUT_FILENO);
  std::streambuf* const before = std::cout.rdbuf(&output);
  lull::PosixTerminal terminal;
  lull::World world{std::cout, std::cerr, terminal, clock, lull::process_environment(), {}};
  const int code = lull::run_app(words, world);
  std::cout.flush();
  std::cout.rdbuf(before);
  if (output.error() == 0) return code;
  // A reader that has seen enough is no error worth words.
  if (output.error() == EPIPE) return 128 + SIGPIPE;
  std::cerr << "lull: could not write the output: " << std::strerror(output.error())
            << "; what was asked for is done, but its answer is not complete\n";
  return static_cast<int>(lull::ExitCode::io);
}

}  // namespace

int main(int argc, char** argv) {
  umask(077);
  open_missing_streams();
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
#ifndef __SANITIZE_ADDRESS__  // whose search for leaks looks at the process from another
  prctl(PR_SET_DUMPABLE, 0);
#endif
  std::ios::sync_with_stdio(false);

  std::vector<std::string> words(argv, argv + argc);
  if (const char* now = std::getenv("LULL_NOW")) {
    return run(std::move(words), lull::FixedClock(fixed_now(now)));
  }
  return run(std::move(words), lull::SystemClock());
}
