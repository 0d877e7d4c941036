#pragma once

#include <string>
#include <vector>

namespace lull {

/// A way of writing that is not a reason: shown as the writer's own trend only, with its caveat.
struct MarkerTrend {
  std::string id;          ///< "i_words"
  std::string label;       ///< "I-words"
  double first_half = 0;   ///< per 100 words
  double second_half = 0;  ///< per 100 words
  std::string caveat;      ///< one sentence that is always shown with it
};

}  // namespace lull
