#pragma once

#include <filesystem>

#include "lull/store/vault.hpp"

namespace lull {

/// Whether the rows of a journal's file, or of a copy of it, are sealed; read without a key and
/// without writing. A file that can't be read counts as not sealed.
bool is_locked_file(const std::filesystem::path& path);

/// Seals a copy of a journal that lies in clear to `lock`, in its place, after it was brought to
/// this form of the file. As with Store::relock either every row of it is sealed and was read back,
/// or none. Throws Error{store} for a copy that is damaged, sealed already or no journal,
/// Error{io}, Error{busy}.
void seal_copy(const std::filesystem::path& path, const KeyRecord& lock, const SecretKey& key);

/// Writes the file anew, so that nothing stays in it of what its rows were before. Throws Error.
void rewrite_file(const std::filesystem::path& path);

}  // namespace lull
