#include "sealed_box.hpp"

#include <sodium.h>

#include "sodium_start.hpp"

namespace lull {
namespace {

constexpr std::string_view kMark = "LLS1";
constexpr char kVersion = 1;
constexpr std::size_t kBlock = 256;

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void pad(std::string& plain) {
  const std::size_t size = plain.size();
  plain.resize((size / kBlock + 1) * kBlock);
  std::size_t padded = 0;
  sodium_pad(&padded, bytes_of(plain), size, kBlock, plain.size());
}

}  // namespace

std::string seal(std::string&& plain, const PublicKey& public_key) {
  start_sodium();  // a recovery file is sealed where no journal opens
  pad(plain);
  std::string sealed(kMark);
  sealed.resize(kMark.size() + plain.size() + crypto_box_SEALBYTES);
  crypto_box_seal(bytes_of(sealed) + kMark.size(), bytes_of(plain), plain.size(),
                  public_key.data());
  wipe(plain);
  return sealed;
}

bool is_sealed(std::string_view bytes) { return bytes.starts_with(kMark); }

std::optional<std::string> open_sealed(std::string_view bytes, const PublicKey& public_key,
                                       const Secret& key) {
  if (!is_sealed(bytes) || bytes.size() < kMark.size() + crypto_box_SEALBYTES + kBlock) {
    return std::nullopt;
  }
  bytes.remove_prefix(kMark.size());
  std::string plain(bytes.size() - crypto_box_SEALBYTES, '\0');
  std::size_t size = 0;
  if (crypto_box_seal_open(bytes_of(plain), reinterpret_cast<const unsigned char*>(bytes.data()),
                           bytes.size(), public_key.data(), key.data()) != 0 ||
      sodium_unpad(&size, bytes_of(plain), plain.size(), kBlock) != 0) {
    return std::nullopt;
  }
  plain.resize(size);
  return plain;
}

std::string sealed_head(std::string_view name) {
  std::string head(1, kVersion);
  head += static_cast<char>(name.size());
  head += name;
  return head;
}

bool take_sealed_head(ByteReader& reader, std::string_view name) {
  const std::string head = sealed_head(name);
  return reader.take(head.size()) == head;
}

}  // namespace lull
