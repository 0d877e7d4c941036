#include "lull/base/parts.hpp"

#include <algorithm>
#include <future>
#include <thread>
#include <vector>

namespace lull {

std::size_t most_parts() {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
}

void in_parts(std::size_t count, std::size_t few,
              const std::function<void(std::size_t begin, std::size_t end)>& work) {
  const std::size_t parts = count < few ? 1 : most_parts();
  std::vector<std::future<void>> others;
  for (std::size_t part = 1; part < parts; ++part) {
    others.push_back(std::async(std::launch::async, std::cref(work), count * part / parts,
                                count * (part + 1) / parts));
  }
  work(0, count / parts);
  for (std::future<void>& other : others) other.get();
}

}  // namespace lull
