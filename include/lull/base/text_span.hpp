#pragma once

#include <cstddef>

namespace lull {

/// Bytes of a text, `end` not included.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

}  // namespace lull
