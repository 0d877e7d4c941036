#pragma once

#include <string>
#include <vector>

#include "lull/cli/command.hpp"

namespace lull {

/// What was typed, taken apart: which command, and the words that are left for its options.
struct CommandWords {
  const Command* command = nullptr;
  std::string noun;         ///< the first word that is no option
  bool named = false;       ///< a verb was typed, not only a noun
  bool wants_help = false;  ///< --help or -h stands before any "--"
  bool wants_version = false;
  std::vector<std::string> rest;
};

/// Finds the command. The first of `words` is the name lull was called by: "journal" stands for
/// "lull journal". Short ways are replaced. Throws Error{usage} for an unknown one, with "did you
/// mean".
CommandWords find_command_words(const std::vector<std::string>& words);

}  // namespace lull
