#pragma once

#include <string_view>

namespace lull {

/// Writes all of `bytes` to an open descriptor, through interruptions and in as many pieces as it
/// takes. Returns 0, or the errno of what stopped it; then some of it may have been written.
int write_whole(int descriptor, std::string_view bytes);

}  // namespace lull
