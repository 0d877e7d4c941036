#pragma once

#include <cstddef>

#include "lull/model/theme.hpp"

namespace lull {

/// A sentence of one of several texts.
struct SentenceAt {
  std::size_t text = 0;  ///< which of the texts
  TextSpan sentence;     ///< within it
};

/// Two sentences that do not agree: one says there was no such thing, the other tells of it. To be
/// quoted side by side, without saying which is true.
struct SentencePair {
  Theme theme{};
  SentenceAt denies;
  SentenceAt tells;
};

}  // namespace lull
