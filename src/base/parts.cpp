#include "lull/base/parts.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace lull {
namespace {

// A processor that is held up leaves its share to the others, as far as there are shares left.
constexpr std::size_t kShares = 8;

}  // namespace

std::size_t most_parts() {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
}

void in_parts(std::size_t count, std::size_t few,
              const std::function<void(std::size_t begin, std::size_t end)>& work) {
  const std::size_t threads = count < few ? 1 : most_parts();
  if (threads == 1) return work(0, count);
  const std::size_t share = std::max<std::size_t>(count / (threads * kShares), 1);
  std::atomic<std::size_t> next = 0;
  const auto take_shares = [&] {
    for (std::size_t begin = next.fetch_add(share); begin < count; begin = next.fetch_add(share))
      work(begin, std::min(begin + share, count));
  };
  std::vector<std::future<void>> others;
  while (others.size() + 1 < threads) others.push_back(std::async(std::launch::async, take_shares));
  take_shares();
  for (std::future<void>& other : others) other.get();
}

}  // namespace lull
