#include "payload_codec.hpp"

#include <sodium.h>

#include <array>

namespace lull {
namespace {

constexpr std::size_t kDigestSize = 32;

class Digest {
 public:
  Digest() { crypto_generichash_init(&state_, nullptr, 0, kDigestSize); }

  void add(const void* bytes, std::size_t size) {
    crypto_generichash_update(&state_, static_cast<const unsigned char*>(bytes), size);
  }

  // Little-endian and of fixed width, so that the digest is the same on every machine.
  void add(std::int64_t number) {
    std::array<unsigned char, 8> bytes{};
    auto rest = static_cast<std::uint64_t>(number);
    for (unsigned char& byte : bytes) {
      byte = static_cast<unsigned char>(rest & 0xff);
      rest >>= 8;
    }
    add(bytes.data(), bytes.size());
  }

  std::string finish() {
    std::string digest(kDigestSize, '\0');
    crypto_generichash_final(&state_, reinterpret_cast<unsigned char*>(digest.data()),
                             digest.size());
    return digest;
  }

 private:
  crypto_generichash_state state_{};
};

std::string digest_of(TableId table, const Row& row, const std::string& payload) {
  Digest digest;
  const std::string_view name = shape_of(table).name;
  digest.add(name.data(), name.size());
  digest.add(row.uid.bytes.data(), row.uid.bytes.size());
  digest.add(row.at.seconds);
  digest.add(row.day.number);
  for (const auto& mark : row.marks) {
    digest.add(mark ? 1 : 0);
    digest.add(mark.value_or(0));
  }
  digest.add(payload.data(), payload.size());
  return digest.finish();
}

}  // namespace

StoredPayload PayloadCodec::encode(TableId table, const Row& row) const {
  return {row.payload, digest_of(table, row, row.payload)};
}

std::optional<std::string> PayloadCodec::decode(TableId table, const Row& row,
                                                StoredPayload stored) const {
  if (digest_of(table, row, stored.bytes) != stored.digest) return std::nullopt;
  return std::move(stored.bytes);
}

}  // namespace lull
