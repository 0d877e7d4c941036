#pragma once

#include <functional>

#include "lull/cli/command.hpp"

namespace lull {

/// Runs `save`, and keeps the text if it can't: an interrupted or refused text goes into a recovery
/// file and its path is named, so that no way out loses it. An interrupted text isn't saved; the
/// answer is then ExitCode::interrupted. Empty text has nothing to keep.
ExitCode rescuing(Session& session, const Typed& typed, const std::function<ExitCode()>& save);

}  // namespace lull
