#pragma once

#include <string>
#include <vector>

namespace lull {

/// A command taken apart as a shell would: at blanks, with quotes and backslashes.
struct ShellWords {
  std::vector<std::string> words;
  bool needs_shell = false;  ///< it holds a sign that only a shell gives a meaning
};

ShellWords split_command(const std::string& command);

}  // namespace lull
