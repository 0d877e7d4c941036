#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/base/environment.hpp"

namespace lull {

/// How a program that ran in the person's terminal ended.
struct ChildEnd {
  int code = 0;              ///< its exit code, or 128 and the signal that ended it
  bool interrupted = false;  ///< it, or lull, was told to end while it ran
};

/// Runs a program in the terminal and waits for it, by posix_spawnp. ^C and ^\ are for the program
/// alone; HUP and TERM are handed on to it, and then it has two seconds. The terminal's settings
/// are put back afterwards. With `input` that open file is its standard input. Throws
/// Error{refused} when it can't be started.
ChildEnd run_in_terminal(const std::vector<std::string>& words, const Environment& environment,
                         std::optional<int> input = std::nullopt);

}  // namespace lull
