#pragma once

#include "lull/cli/session.hpp"
#include "lull/model/entry.hpp"

namespace lull {

/// What comes after an entry was saved: the hint about a tag that looks like a known one, and, with
/// the first entry of a day, letting go of what was in the trash for too long. Both are kindnesses:
/// they are left out under --discreet or a lock, and nothing that goes wrong with them is an error.
void look_after_adding(const Entry& added, Session& session);

}  // namespace lull
