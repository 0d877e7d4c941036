#include "file_header.hpp"

#include <cstddef>
#include <cstdint>

#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

constexpr std::size_t kHeaderSize = 100;
constexpr std::size_t kPageSize = 4096;  // what every journal was made with
// Places in the header, by SQLite's description of its file format.
constexpr std::size_t kPageCountAt = 28;
constexpr std::size_t kFreePagesAt = 32;
constexpr std::size_t kFreePageCountAt = 36;
constexpr std::size_t kSchemaFormatAt = 44;
constexpr std::size_t kEncodingAt = 56;
constexpr std::size_t kVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;

void put(std::string& bytes, std::size_t at, std::uint32_t number) {
  for (int i = 3; i >= 0; --i) {
    bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(number & 0xff);
    number >>= 8;
  }
}

}  // namespace

void mend_header(std::string& bytes) {
  if (bytes.size() < kPageSize) return;
  // The version stands in the header alone; a damaged one is taken for the newest.
  constexpr std::string_view kStart{"SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", 24};
  bytes.replace(0, kStart.size(), kStart);
  put(bytes, kPageCountAt, static_cast<std::uint32_t>(bytes.size() / kPageSize));
  put(bytes, kFreePagesAt, 0);
  put(bytes, kFreePageCountAt, 0);
  put(bytes, kSchemaFormatAt, 4);
  put(bytes, kEncodingAt, 1);
  for (std::size_t at = 48; at < kEncodingAt; ++at) bytes[at] = 0;
  if (bytes.compare(kApplicationIdAt, 4, "Lull") != 0) {
    put(bytes, kVersionAt, static_cast<std::uint32_t>(kSchemaVersion));
    put(bytes, kApplicationIdAt, static_cast<std::uint32_t>(kApplicationId));
  }
  // Incremental vacuum, and who wrote the page count: off, so that the page count is reckoned.
  for (std::size_t at = 64; at < kApplicationIdAt; ++at) bytes[at] = 0;
  for (std::size_t at = 72; at < kHeaderSize; ++at) bytes[at] = 0;
}

}  // namespace lull
