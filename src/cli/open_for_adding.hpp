#pragma once

#include "lull/cli/session.hpp"

namespace lull {

/// The journal, made first where there is none in the default place; a folder that was named must
/// hold one. Says so when it was made.
Store& open_for_adding(Session& session);

}  // namespace lull
