#pragma once

#include <optional>
#include <string>

#include "lull/cli/session.hpp"

namespace lull {

/// Before a lock is set: copies the journal as it lies there among its backups, unless it is empty.
/// Throws as make_backup does.
void keep_lock_copy(Session& session);

/// Once the journal is locked and every row was read back: removes that copy and what writes that
/// were cut short left in clear, then does with the copies from before what `older` says ("seal",
/// "delete" or "keep"). Without it they are asked about once; where nobody can be asked they stay,
/// or with --yes are sealed. What stays readable is named.
/// Throws Error{io} when the copy of this lock could not be removed.
void settle_copies(const std::optional<std::string>& older, const KeyRecord& lock,
                   const SecretKey& key, Session& session);

/// Whether lull left a copy of the journal in clear.
bool has_copies_in_clear(Session& session);

/// When the journal is locked and a lock that was cut short left its copy: names it, and what
/// removes it.
void name_lock_copies(Session& session);

}  // namespace lull
