#pragma once

#include "review_parts.hpp"

namespace lull {

/// The review on one screen.
Blocks screen_blocks(const Review& review);

}  // namespace lull
