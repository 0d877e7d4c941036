#pragma once

#include <optional>
#include <string>

#include "lull/cli/session.hpp"

namespace lull {

/// The country whose helplines to show: what the person set, else where the clock says they are,
/// else the territory of the language. Nothing when none of them tells.
std::optional<std::string> help_country(Session& session);

}  // namespace lull
