#pragma once

#include <string_view>

#include "lull/cli/session.hpp"

namespace lull {

/// After a text was saved that speaks of wanting to die, of self-harm or of danger: two quiet lines
/// with somebody to call, once a day; under --discreet only where to look. Nothing is counted, and
/// nothing kept but the day on which it was said.
void point_to_crisis_help(std::string_view text, Session& session);

}  // namespace lull
