#include "lull/base/parts.hpp"

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("every number comes once, however many there are", "[Parts]") {
  for (const std::size_t count : {0, 1, 7, 64, 1000}) {
    std::vector<int> seen(count);
    in_parts(count, 10, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) ++seen[i];
    });
    CHECK(seen == std::vector<int>(count, 1));
  }
}

TEST_CASE("a few are one part", "[Parts]") {
  std::atomic<int> parts = 0;
  in_parts(9, 10, [&](std::size_t, std::size_t) { ++parts; });
  CHECK(parts == 1);
}

TEST_CASE("what a part throws is thrown once all have ended", "[Parts]") {
  std::atomic<std::size_t> done = 0;
  const auto work = [&](std::size_t begin, std::size_t end) {
    done += end - begin;
    if (end == 1000) throw std::runtime_error("last");
  };
  CHECK_THROWS_AS(in_parts(1000, 1, work), std::runtime_error);
  CHECK(done == 1000);
}

TEST_CASE("one that is held up leaves the rest to the others", "[Parts]") {
  if (most_parts() == 1) return;  // there are no others
  std::atomic<std::size_t> done = 0;
  std::size_t first = 0;
  in_parts(1000, 1, [&](std::size_t begin, std::size_t end) {
    if (begin == 0) {
      first = end;
      while (done < 1000 - end) std::this_thread::yield();
    }
    done += end - begin;
  });
  CHECK(first < 1000 / most_parts());
}
