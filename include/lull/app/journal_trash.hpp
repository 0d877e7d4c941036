#pragma once

#include <cstdint>
#include <vector>

#include "lull/model/entry.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// Days that a deleted entry can be brought back.
inline constexpr int kTrashDays = 30;

/// Puts entries into the trash; those that are in it stay as they are. Throws Error{not_found},
/// and then none of them went.
void trash_entries(Store& store, const std::vector<std::int64_t>& ids, Day today);
/// Brings entries back. Throws Error{not_found} for one that is not in the trash.
void restore_entries(Store& store, const std::vector<std::int64_t>& ids);
/// What is in the trash, newest first.
std::vector<Entry> trashed_entries(Store& store);

/// Removes entries for good, with what they were before each edit, so that none of their words
/// stays in the file, and lets go of everything that could be taken back. Returns the
/// uids of all rows that went. Throws Error{not_found}.
std::vector<Uid> purge_entries(Store& store, const std::vector<std::int64_t>& ids);
/// Purges what has been in the trash for longer than kTrashDays; returns the same. Of what could
/// be taken back only the changes to these entries go.
std::vector<Uid> empty_old_trash(Store& store, Day today);

}  // namespace lull
