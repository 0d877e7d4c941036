#pragma once

#include <filesystem>

namespace lull::test {

/// The folder tests/ of the tree.
std::filesystem::path source_folder();
/// The program, as it was built with these tests.
std::filesystem::path program();

}  // namespace lull::test
