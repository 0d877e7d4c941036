#pragma once

#include <string>
#include <vector>

#include "lull/base/environment.hpp"

namespace lull {

/// What a program wrote to its standard output, and how it ended.
struct ChildOutput {
  int code = 0;  ///< its exit code, or 128 and the signal that ended it
  std::string text;
};

/// Runs a program without a shell and reads what it writes, at most `most` bytes of it. Its input
/// and error stream are those of this program, so that it can ask. Throws Error{locked} when it
/// can't be started.
ChildOutput read_from_program(const std::vector<std::string>& words, const Environment& environment,
                              std::size_t most);

}  // namespace lull
