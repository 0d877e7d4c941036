#pragma once

#include <filesystem>
#include <vector>

namespace lull {

/// Copies of the journal that lull made (backups, and those from before it changed the form of the
/// file or mended it) and that are not sealed.
std::vector<std::filesystem::path> copies_in_clear(const std::filesystem::path& data_folder);

/// Overwrites a file and removes it. What a disk keeps of it elsewhere is out of reach. False when
/// it could not be removed.
bool shred(const std::filesystem::path& file);

}  // namespace lull
