#pragma once

#include "lull/base/error.hpp"

namespace lull {

/// What a command answers to the shell. The table in docs/commands.md is checked against it.
enum class ExitCode {
  done = 0,           ///< done, or yes
  none = 1,           ///< no, or none found, or refused by a rule
  usage = 2,          ///< the words typed were wrong
  store = 3,          ///< the journal is damaged, not ours, or newer
  locked = 4,         ///< locked, or a wrong passphrase
  busy = 5,           ///< another program holds the journal
  io = 6,             ///< no space, or the disk did not answer
  permissions = 7,    ///< others may read the journal
  internal = 70,      ///< our own mistake
  interrupted = 130,  ///< the person stopped it
};

ExitCode exit_code_of(ErrorKind kind);

}  // namespace lull
