#pragma once

#include <string_view>

#include "lull/model/marker.hpp"

namespace lull {

/// Counts the markers of one text. A phrase counts once however many of its words overlap with
/// another phrase of the same marker.
MarkerCounts count_markers(std::string_view text);

}  // namespace lull
