#pragma once

#include <cstddef>
#include <functional>

namespace lull {

/// Gives `work` the numbers from 0 to `count`, the end not included, in as many parts at the same
/// time as there are processors (at most 8), and waits for all; in one part when there are fewer
/// than `few`. `work` must not touch what another part does. What it throws is thrown.
void in_parts(std::size_t count, std::size_t few,
              const std::function<void(std::size_t begin, std::size_t end)>& work);

}  // namespace lull
