#include "lull/model/uid.hpp"

namespace lull {

std::string to_hex(const Uid& uid) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * uid.bytes.size());
  for (const std::uint8_t byte : uid.bytes) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 0x0FU];
  }
  return hex;
}

}  // namespace lull
