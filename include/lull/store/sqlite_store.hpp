#pragma once

#include <filesystem>
#include <memory>

#include "lull/base/clock.hpp"
#include "lull/store/store.hpp"

namespace lull {

inline constexpr std::int32_t kApplicationId = 0x4C756C6C;  // "Lull"
inline constexpr std::int32_t kSchemaVersion = 6;

/// Whether there is a journal file at `path` (a symlink to one counts). Throws Error{io}.
bool store_exists(const std::filesystem::path& path);

/// Makes an empty journal at `path`, its folder 0700 and the file 0600, whole from its first
/// instant. One that another process made meanwhile is left as it is. Throws Error{io}.
void create_store(const std::filesystem::path& path);

/// Opens a journal, after its header was read: one that isn't ours, or is newer than this program,
/// is refused untouched with Error{store}; one that others may read with Error{permissions}. An
/// older one is migrated, after a copy of it was made beside it and checked. Throws
/// Error{not_found} when there is none. `clock` dates the changes and outlives the store; without
/// one the machine's is used.
std::unique_ptr<Store> open_store(const std::filesystem::path& path, const Clock* clock = nullptr);

/// A journal in memory, with the same SQL.
std::unique_ptr<Store> open_memory_store(const Clock* clock = nullptr);

}  // namespace lull
