#pragma once

#include <string>
#include <string_view>

#include "lull/app/decisions.hpp"
#include "lull/cli/session.hpp"

namespace lull {

/// "to talk with them again", "to part", ...
std::string_view words_for(Choice choice);
/// Says what became of a choice, and why where it does not stand; help too, unless it was
/// `help_told` already.
void tell_outcome(const DecisionOutcome& outcome, bool help_told, Session& session);
/// Where to get help, before anything else is said.
void show_help_first(Session& session);

}  // namespace lull
