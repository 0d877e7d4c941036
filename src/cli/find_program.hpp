#pragma once

#include <filesystem>
#include <string>

#include "lull/base/environment.hpp"

namespace lull {

/// The file that a command's name stands for by PATH, links followed; empty when there is none.
std::filesystem::path find_program(const std::string& name, const Environment& environment);

}  // namespace lull
