#pragma once

#include <string_view>
#include <vector>

#include "lull/model/marker.hpp"
#include "lull/model/theme.hpp"

namespace lull {

/// A sentence that says that something was not so.
struct Denial {
  Theme theme{};
  TextSpan sentence;
  double plainness = 0;  ///< the more words it has, the plainer it is
};

/// What a text says beside its reasons.
struct Asides {
  std::vector<Denial> denials;  ///< in the order of the text
  /// A phrase counts once however many of its words overlap with another one of the same marker.
  MarkerCounts markers;
};

Asides find_asides(std::string_view text);

}  // namespace lull
