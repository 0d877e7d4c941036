#pragma once

#include <string>
#include <vector>

#include "lull/base/environment.hpp"

namespace lull {

/// Starts a program by its words, without a shell, and leaves it running with its words unheard.
/// False when it could not be started.
bool start_program(const std::vector<std::string>& words, const Environment& environment);

}  // namespace lull
