#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lull {

/// Makes the folder and its parents, each new one 0700. Throws Error{io}.
void create_private_folder(const std::filesystem::path& folder);

/// The whole file, or nothing when there is none. Throws Error{io}.
std::optional<std::string> read_file(const std::filesystem::path& path);
/// Everything up to the end of a descriptor. Throws Error{io}.
std::string read_descriptor(int descriptor);

/// What to do when the name is taken.
enum class Existing { replace, keep };

/// Takes bytes, piece by piece.
using ByteSink = std::function<void(std::string_view)>;

/// Writes a new file 0600 beside `path`, syncs it, renames it over `path` and syncs the folder: a
/// reader sees the old file or the new one, whole. A symlink stays one: its target is replaced.
/// With Existing::keep a taken name, a link too, throws Error{refused}. Throws Error{io}, also for
/// what is not a file; then nothing has changed, unless the last sync of the folder failed: then
/// the new file is in place but may not outlive a power cut.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                           Existing existing = Existing::replace);
/// The same with bytes that `produce` gives in pieces; what it throws goes through, and then
/// nothing has changed.
void write_file_atomically(const std::filesystem::path& path,
                           const std::function<void(const ByteSink&)>& produce,
                           Existing existing = Existing::replace);

}  // namespace lull
