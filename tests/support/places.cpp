#include "support/places.hpp"

namespace lull::test {

std::filesystem::path source_folder() { return LULL_TEST_SOURCES; }
std::filesystem::path program() { return LULL_BINARY; }

}  // namespace lull::test
