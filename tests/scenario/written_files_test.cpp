// Which files the program opens for writing on a locked journal, as the kernel sees it.
#include <algorithm>
#include <array>
#include <sstream>

#include "support/locked_program.hpp"

using namespace lull;
using lull::test::LockedProgram;

namespace {

constexpr const char* kStrace = "/usr/bin/strace";

bool can_trace(LockedProgram& journal) {
  return std::filesystem::exists(kStrace) &&
         journal.run_program({kStrace, "-qq", "-o", (journal.root() / "trace").string(),
                              test::program().string(), "--version"}) == 0;
}

// Paths of calls that would make, change or rename a file and did not fail.
std::vector<std::string> written_paths(const std::string& trace) {
  std::vector<std::string> paths;
  std::istringstream lines(trace);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("= -1 ") != std::string::npos) continue;
    const bool opens = line.find("open") != std::string::npos;
    const bool writes = line.find("O_WRONLY") != std::string::npos ||
                        line.find("O_RDWR") != std::string::npos ||
                        line.find("O_CREAT") != std::string::npos;
    if (opens && !writes) continue;
    for (std::size_t at = line.find('"'); at != std::string::npos; at = line.find('"', at + 1)) {
      const std::size_t end = line.find('"', at + 1);
      if (end == std::string::npos) break;
      paths.push_back(line.substr(at + 1, end - at - 1));
      at = end;
    }
  }
  return paths;
}

bool is_allowed(const std::string& path, const std::string& root) {
  for (const char* folder :
       {"/home/.local/share/lull", "/home/.local/state/lull", "/home/.config", "/run/lull"}) {
    if (path.starts_with(root + folder)) return true;
  }
  return path == "/dev/null" || path == "/dev/tty";
}

}  // namespace

TEST_CASE("a locked journal's commands write in lull's own folders alone", "[written_files]") {
  LockedProgram journal;
  if (!can_trace(journal)) {
    WARN("strace is missing or may not trace: nothing was looked at");
    return;
  }
  const std::string trace = (journal.root() / "trace").string();
  int seen = 0;
  for (const auto& words : test::calls(journal)) {
    std::vector<std::string> all{kStrace,
                                 "-qq",
                                 "-e",
                                 "trace=open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2",
                                 "-o",
                                 trace,
                                 test::program().string()};
    all.insert(all.end(), words.begin(), words.end());
    journal.run_program(all, journal.text("input"));
    CAPTURE(words);
    for (const std::string& path : written_paths(read_file(trace).value_or(""))) {
      ++seen;
      CAPTURE(path);
      CHECK(is_allowed(path, journal.root().string()));
    }
  }
  CHECK(seen > 50);
}

TEST_CASE("the look at written files sees one that is outside", "[written_files]") {
  LockedProgram journal;
  if (!can_trace(journal)) return;
  const std::string trace = (journal.root() / "trace").string();
  const std::string outside = (journal.root() / "home/outside").string();
  journal.run_program({kStrace, "-qq", "-e", "trace=openat,rename,renameat2", "-o", trace,
                       test::program().string(), "journal", "export", "--output", outside});
  const auto paths = written_paths(read_file(trace).value_or(""));
  CHECK(std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
    return !is_allowed(path, journal.root().string());
  }));
}
