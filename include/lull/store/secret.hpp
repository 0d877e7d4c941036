#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace lull {

/// Bytes for this program alone, a key or a passphrase: in memory that is neither swapped out nor
/// dumped, with a guard page on each side, and wiped when it goes. Throws Error{io} when there is
/// no memory.
class Secret {
 public:
  explicit Secret(std::size_t size);  ///< all zero
  /// Takes the text over and wipes it, so that no copy of it stays behind.
  explicit Secret(std::string&& text);
  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret();

  unsigned char* data() { return bytes_; }
  const unsigned char* data() const { return bytes_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  /// As text; gone when the secret goes.
  std::string_view view() const;
  /// Compares in a time that does not depend on the bytes.
  bool agrees_with(const Secret& other) const;

 private:
  unsigned char* bytes_ = nullptr;
  std::size_t size_ = 0;
};

/// Overwrites everything that a text holds, and empties it.
void wipe(std::string& text);

}  // namespace lull
