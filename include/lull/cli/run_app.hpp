#pragma once

#include <string>
#include <vector>

#include "lull/cli/session.hpp"

namespace lull {

/// Runs lull as if `words` had been typed; the first is the name it was called by ("lull",
/// "journal", "streak" or "review"). Returns the exit code. Never throws: whatever goes wrong is
/// said on world.err.
int run_app(const std::vector<std::string>& words, World& world);

}  // namespace lull
