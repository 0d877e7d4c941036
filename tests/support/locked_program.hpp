#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/file.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"
#include "support/temp_dir.hpp"

namespace lull::test {

inline constexpr std::string_view kMarker = "zqxmarker";

/// The program with a home, a runtime folder and a folder for temporary files of its own.
class LockedProgram {
 public:
  LockedProgram() {
    for (const char* name : {"home", "run", "tmp"}) create_private_folder(folder_ / name);
    run({"begin", "--from", "20d", "--why", text("why"), "--alias", text("alias"), "--exception",
         text("exception")});
    run({"journal", "add", text("entry") + " #" + text("tag") + ". We argued about money."});
    run({"journal", "add", "second " + text("entry"), "--feel", text("feel"), "--unsent"});
    run({"contact", "add", "text", "--out", "--at", "9d", "--note", text("note")});
    run({"urge", "add", "text", "--trigger", text("trigger"), "--strength", "5"});
    run({"want", "add", text("want"), "--topic", "home"});
    run({"journal", "delete", "3", "--yes"});
    REQUIRE(run({"lock", "set", "--recovery"}) == 0);
  }

  std::string text(const std::string& what) const { return std::string(kMarker) + what; }

  /// The exit code, or minus the signal; `kill_after` kills it after so many milliseconds.
  int run(const std::vector<std::string>& words, const std::string& input = {},
          int kill_after = -1) {
    std::vector<std::string> all{program().string()};
    all.insert(all.end(), words.begin(), words.end());
    return run_program(all, input, kill_after);
  }

  /// The same with another program around it.
  int run_program(const std::vector<std::string>& words, const std::string& input = {},
                  int kill_after = -1) {
    write_file_atomically(folder_ / "input", input);
    const pid_t child = fork();
    if (child == 0) become(words);
    if (kill_after >= 0) {
      usleep(static_cast<useconds_t>(kill_after) * 1000);
      ::kill(child, SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
  }

  std::string errors() const { return read_file(folder_ / "err").value_or(""); }

  /// Files that hold the marker, in clear or as the index of words would.
  std::vector<std::string> leaks() const {
    std::vector<std::string> found;
    for (const char* name : {"home", "run", "tmp"}) {
      for (const auto& file : std::filesystem::recursive_directory_iterator(folder_ / name)) {
        if (file.path().string().find(kMarker) != std::string::npos) {
          found.push_back(file.path().string());
        }
        if (!file.is_regular_file()) continue;
        if (read_file(file.path()).value_or("").find(kMarker) != std::string::npos) {
          found.push_back(file.path().string());
        }
      }
    }
    return found;
  }

  const std::filesystem::path& root() const { return folder_.path(); }
  std::filesystem::path journal() const { return folder_ / "home/.local/share/lull/lull.db"; }

 private:
  [[noreturn]] void become(const std::vector<std::string>& words) const {
    const auto redirect = [&](const char* name, int flags, int to) {
      const int descriptor = open((folder_ / name).c_str(), flags, 0600);
      dup2(descriptor, to);
      close(descriptor);
    };
    redirect("input", O_RDONLY, 0);
    redirect("out", O_WRONLY | O_CREAT | O_TRUNC, 1);
    redirect("err", O_WRONLY | O_CREAT | O_TRUNC, 2);
    const std::string root = folder_.path().string();
    std::vector<std::string> variables{"HOME=" + root + "/home",
                                       "XDG_RUNTIME_DIR=" + root + "/run",
                                       "TMPDIR=" + root + "/tmp",
                                       "PATH=/usr/bin:/bin",
                                       "TZ=UTC",
                                       "EDITOR=true",
                                       "LULL_TEST_KDF=least",
                                       "LULL_PASSPHRASE_COMMAND=printf zqxsecret"};
    std::vector<std::string> all = words;
    std::vector<char*> argv;
    for (std::string& word : all) argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<char*> envp;
    for (std::string& variable : variables) envp.push_back(variable.data());
    envp.push_back(nullptr);
    execve(all.front().c_str(), argv.data(), envp.data());
    _exit(127);
  }

  TempDir folder_;
};

// At least one call of every command that there is; those that write a file on purpose write it
// nowhere here.
inline std::vector<std::vector<std::string>> calls(const LockedProgram& journal) {
  const std::string more = journal.text("more");
  return {{"today"},
          {"journal", "add", more},
          {"journal", "add", "--edit", more},
          {"journal", "add", "--at", "nonsense", more},
          {"journal", "list"},
          {"journal", "list", "--contains", more},
          {"journal", "show", "1"},
          {"journal", "search", more},
          {"journal", "edit", "2", "--mood", "6"},
          {"journal", "edit", "2", "--tag", more},
          {"journal", "delete", "2", "--yes"},
          {"journal", "restore", "2"},
          {"journal", "tags"},
          {"journal", "tags", "--rename", journal.text("tag"), journal.text("other")},
          {"journal", "stats"},
          {"journal", "prompts"},
          {"journal", "recover"},
          {"journal", "export"},
          {"journal", "import", "--dry-run", "-"},
          {"begin", "--why", more},
          {"pause", "text", "--record", "--trigger", more},
          {"contact", "add", "call", "--out", "--note", more},
          {"contact", "list"},
          {"contact", "edit", "1", "--note", more},
          {"contact", "delete", "2", "--yes"},
          {"urge", "add", "text", "--note", more},
          {"urge", "list"},
          {"streak", "status"},
          {"streak", "status", "--explain"},
          {"streak", "history"},
          {"streak", "calendar"},
          {"streak", "extend", "5"},
          {"streak", "exceptions", "add", more},
          {"themes", "list"},
          {"themes", "show", "money_work"},
          {"themes", "find"},
          {"themes", "changed", "money_work", "--mine", "yes", "--why", more},
          {"themes", "confirm", "money_work"},
          {"themes", "reject", "money_work"},
          {"want", "add", more, "--topic", "home"},
          {"want", "edit", "1", more},
          {"want", "list", "--history"},
          {"want", "drop", "1"},
          {"review", "--preview", "--full"},
          {"review", "--preview", "--format", "html"},
          {"decide", "--choice", "undecided", "--reason", more},
          {"decide", "list"},
          {"talk", "--plain", more, "Sam"},
          {"talk", "add", more, "Sam", "--turns", "4", "--note", more},
          {"talk", "list"},
          {"checkin", "add", "--happy", "1", "--sad", "2", "--angry", "3", "--tired", "4"},
          {"checkin", "list"},
          {"checkin", "due"},
          {"remind"},
          {"config", "list"},
          {"config", "get", "day.start"},
          {"config", "set", "day.start", "05:00"},
          {"config", "path"},
          {"completion", "bash"},
          {"lock", "status"},
          {"doctor"},
          {"doctor", "--unlock"},
          {"doctor", "--repair"},
          {"help"},
          {"lock", "change"},
          {"journal", "search", "\"" + more},
          {"journal", "purge-everything", more}};
}

}  // namespace lull::test
