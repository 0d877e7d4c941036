#pragma once

#include "lull/app/decisions.hpp"
#include "lull/cli/session.hpp"

namespace lull {

/// The page that `decide` opens with on a terminal: the themes with what was said of their change,
/// asking for what is missing (each answer is kept at once), then the wants of both, side by side.
/// Nothing of it is shown where others may look on, or in a period for safety.
void show_decision_page(Session& session, bool offers_reconnect);

}  // namespace lull
