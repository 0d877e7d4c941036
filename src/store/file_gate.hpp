#pragma once

#include <cstdint>
#include <filesystem>

namespace lull {

/// Whether a file that other people may read is refused.
enum class Readers { owner_alone, anyone };

/// Reads the header of the file at `path`, touching nothing, and returns its schema version. Throws
/// Error{store} when it isn't a lull journal or is newer than `newest`, Error{permissions} when
/// others may read it, Error{not_found} when there is none, Error{io}.
std::int32_t check_header(const std::filesystem::path& path, std::int32_t newest,
                          Readers readers = Readers::owner_alone);

}  // namespace lull
