#pragma once

#include <optional>
#include <string>

#include "lull/app/urges.hpp"
#include "lull/cli/session.hpp"

namespace lull {

// Questions about an urge; Enter skips each.

std::optional<Channel> ask_pull(Session& session);
std::optional<int> ask_strength(Session& session, const std::string& question);
/// Earlier triggers can be chosen by number; they are not shown when discreet, nor when they can't
/// be read without the key.
std::string ask_trigger(Urges& urges, Session& session);
UrgeOutcome ask_outcome(Session& session);

}  // namespace lull
