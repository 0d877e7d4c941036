#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace lull::fuzz {

/// Stops the run: something that must hold does not.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << '\n';
  std::abort();
}

/// The bytes of one try, taken from the front.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size)
      : rest_(reinterpret_cast<const char*>(data), size) {}

  /// 0 to `below` - 1; 0 when nothing is left.
  std::size_t choose(std::size_t below) {
    if (rest_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte % below;
  }
  std::string_view rest() const { return rest_; }
  /// Up to the next zero byte.
  std::string_view piece() {
    const std::size_t end = std::min(rest_.find('\0'), rest_.size());
    const std::string_view taken = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return taken;
  }

 private:
  std::string_view rest_;
};

}  // namespace lull::fuzz
