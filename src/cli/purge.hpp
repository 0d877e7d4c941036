#pragma once

#include "lull/app/backups.hpp"
#include "lull/cli/session.hpp"

namespace lull {

/// Removes what has been in the trash for its time from the journal and from its backups.
PurgedBackups empty_trash_everywhere(Session& session);

}  // namespace lull
