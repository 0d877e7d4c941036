#pragma once

#include <cstddef>
#include <functional>

namespace lull {

/// How many parts are worked on at the same time, at most: one a processor, 1 to 8.
std::size_t most_parts();

/// Gives `work` the numbers from 0 to `count`, the end not included, in parts, most_parts() at the
/// same time, and waits for all: whoever has done a part takes the next, so that one that is held
/// up holds up nobody else. In one part when there are fewer than `few`. `work` must not touch what
/// another part does. What it throws is thrown.
void in_parts(std::size_t count, std::size_t few,
              const std::function<void(std::size_t begin, std::size_t end)>& work);

}  // namespace lull
