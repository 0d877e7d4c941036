#pragma once

#include <filesystem>

#include "lull/base/environment.hpp"

namespace lull {

/// Where lull keeps its files, by the XDG base directory specification. Relative XDG values are
/// ignored, as it asks. Throws Error{usage} when a folder needs HOME and HOME is unset.
std::filesystem::path default_data_folder(const Environment& environment);
std::filesystem::path default_config_file(const Environment& environment);
std::filesystem::path state_folder(const Environment& environment);
/// $XDG_RUNTIME_DIR/lull (memory, gone at logout), or nothing.
std::filesystem::path runtime_folder(const Environment& environment);

}  // namespace lull
