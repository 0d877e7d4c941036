#pragma once

#include <string>
#include <vector>

#include "lull/cli/session.hpp"

namespace lull {

/// Runs another command with the same global options, as a way on from this one.
int follow_up(Session& session, const std::vector<std::string>& words);

}  // namespace lull
