#include "lull/store/secret.hpp"

#include <sodium.h>

#include <cstring>
#include <utility>

#include "lull/base/error.hpp"

namespace lull {
namespace {

unsigned char* allocate(std::size_t size) {
  void* bytes = sodium_init() < 0 ? nullptr : sodium_malloc(size);
  if (bytes == nullptr) {
    throw Error(ErrorKind::io, "could not go on: there is not enough memory for a secret");
  }
  sodium_memzero(bytes, size);
  return static_cast<unsigned char*>(bytes);
}

}  // namespace

Secret::Secret(std::size_t size) : bytes_(allocate(size)), size_(size) {}

Secret::Secret(std::string&& text) : Secret(text.size()) {
  std::memcpy(bytes_, text.data(), text.size());
  wipe(text);
}

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(size_, other.size_);
  return *this;
}

Secret::~Secret() { sodium_free(bytes_); }

std::string_view Secret::view() const { return {reinterpret_cast<const char*>(bytes_), size_}; }

bool Secret::agrees_with(const Secret& other) const {
  return size_ == other.size_ && sodium_memcmp(bytes_, other.bytes_, size_) == 0;
}

void wipe(std::string& text) {
  text.resize(text.capacity());
  sodium_memzero(text.data(), text.size());
  text.clear();
}

}  // namespace lull
