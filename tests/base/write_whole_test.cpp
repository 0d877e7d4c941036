#include "lull/base/write_whole.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <future>
#include <string>

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("what is longer than a pipe holds arrives whole", "[WriteWhole]") {
  std::array<int, 2> ends{};
  REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
  auto reader = std::async(std::launch::async, [&] {
    std::string all;
    std::array<char, 1000> piece{};
    for (ssize_t size = 0; (size = read(ends[0], piece.data(), piece.size())) > 0;)
      all.append(piece.data(), static_cast<std::size_t>(size));
    return all;
  });
  std::string text;
  for (int i = 0; text.size() < 1'000'000; ++i) text += std::to_string(i);
  CHECK(write_whole(ends[1], text) == 0);
  close(ends[1]);
  CHECK(reader.get() == text);
  close(ends[0]);
}

TEST_CASE("what stops writing is told", "[WriteWhole]") {
  const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
  REQUIRE(full >= 0);
  CHECK(write_whole(full, "words") == ENOSPC);
  CHECK(write_whole(full, "") == 0);
  close(full);
  CHECK(write_whole(-1, "words") == EBADF);
}
