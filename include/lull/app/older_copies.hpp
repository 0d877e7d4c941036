#pragma once

#include <filesystem>
#include <vector>

namespace lull {

/// Copies of the journal that lull made (backups, and those from before it changed the form of the
/// file or mended it) and that are not sealed, but for those that left_lock_copies() gives.
std::vector<std::filesystem::path> copies_in_clear(const std::filesystem::path& data_folder);

/// The copies that a lock makes of the journal before it is set, for its own safety, and removes
/// once every row was read back. Beside a journal that is locked, one is left from a lock that was
/// cut short; beside one that isn't, it is a backup like any other.
std::vector<std::filesystem::path> left_lock_copies(const std::filesystem::path& data_folder);

/// What is left of writes that were cut short, in the journal's folder and among its backups.
std::vector<std::filesystem::path> unfinished_files(const std::filesystem::path& data_folder);

/// Overwrites a file and removes it. What a disk keeps of it elsewhere is out of reach. False when
/// it could not be removed.
bool shred(const std::filesystem::path& file);

}  // namespace lull
