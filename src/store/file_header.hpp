#pragma once

#include <string>

namespace lull {

/// Gives the bytes of a damaged journal a first 100 bytes that SQLite can begin with, where its own
/// are not: those of a new journal, and as many pages as there are. For reading only.
void mend_header(std::string& bytes);

}  // namespace lull
