#pragma once

#include <string_view>

namespace lull {

/// A payload up to its empty line, that included; empty when there is none.
std::string_view head_of(std::string_view payload);

}  // namespace lull
