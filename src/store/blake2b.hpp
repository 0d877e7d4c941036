#pragma once

#include <string>
#include <string_view>

namespace lull {

/// The 32 bytes of BLAKE2b, without a key.
std::string blake2b_of(std::string_view bytes);

}  // namespace lull
