#pragma once

#include <filesystem>

namespace lull {

/// Whether the rows of a journal's file, or of a copy of it, are sealed; read without a key and
/// without writing. A file that can't be read counts as not sealed.
bool is_locked_file(const std::filesystem::path& path);

}  // namespace lull
