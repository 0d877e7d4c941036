#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lull {

/// Writes numbers little-endian and of fixed width, so that the bytes are the same on every
/// machine.
template <class Number>
void put_number(std::string& bytes, Number number) {
  auto rest = static_cast<std::uint64_t>(number);
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    bytes += static_cast<char>(rest & 0xff);
    rest >>= 8;
  }
}

/// Takes bytes from the front of `rest`; once there are too few, `ended` is set and zeros come.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::string_view take(std::size_t size) {
    if (size > rest_.size()) {
      ended_ = true;
      size = rest_.size();
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  template <class Number>
  Number take_number() {
    const std::string_view bytes = take(sizeof(Number));
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
      number = (number << 8) | static_cast<unsigned char>(bytes[i - 1]);
    }
    return static_cast<Number>(number);
  }

  template <class Array>
  void take_into(Array& array) {
    const std::string_view bytes = take(array.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      array[i] = static_cast<typename Array::value_type>(bytes[i]);
    }
  }

  std::string_view rest() const { return rest_; }
  bool ended() const { return ended_; }

 private:
  std::string_view rest_;
  bool ended_ = false;
};

}  // namespace lull
