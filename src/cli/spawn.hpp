#pragma once

#include <signal.h>
#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "lull/base/environment.hpp"

namespace lull {

/// The open files that stand for a child's streams; what is not given is this program's own.
struct ChildStreams {
  std::optional<int> input;
  std::optional<int> output;
  std::optional<int> error;
};

/// A child, or why there is none.
struct Spawned {
  pid_t child = 0;
  int reason = 0;  ///< the error number; 0 when it runs
};

/// Starts a program by its words, without a shell, found as a shell would. Signals that lull
/// ignores for itself are not ignored in it; with `mask` that is the set of signals it holds back.
Spawned spawn(const std::vector<std::string>& words, const Environment& environment,
              const ChildStreams& streams, const sigset_t* mask = nullptr);

}  // namespace lull
