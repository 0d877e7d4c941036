#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>

namespace lull {

/// Sixteen random bytes that name a row for ever and everywhere, so that two journals can be
/// merged. All zero means "not stored yet".
struct Uid {
  std::array<std::uint8_t, 16> bytes{};

  bool is_set() const { return *this != Uid{}; }
  friend auto operator<=>(const Uid&, const Uid&) = default;
};

std::string to_hex(const Uid& uid);  ///< 32 digits

}  // namespace lull
