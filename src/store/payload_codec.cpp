#include "payload_codec.hpp"

#include <sodium.h>

#include <array>

#include "lull/base/error.hpp"
#include "sealed_box.hpp"
#include "sodium_start.hpp"

namespace lull {
namespace {

constexpr std::size_t kDigestSize = sizeof(RowDigest);

class Digest {
 public:
  Digest() {
    start_sodium();
    crypto_generichash_init(&state_, nullptr, 0, kDigestSize);
  }

  void add(const void* bytes, std::size_t size) {
    crypto_generichash_update(&state_, static_cast<const unsigned char*>(bytes), size);
  }

  void add(std::int64_t number) {
    std::array<char, sizeof number> bytes;
    auto rest = static_cast<std::uint64_t>(number);
    for (char& byte : bytes) {
      byte = static_cast<char>(rest & 0xff);
      rest >>= 8;
    }
    add(bytes.data(), bytes.size());
  }

  RowDigest finish() {
    RowDigest digest;
    crypto_generichash_final(&state_, reinterpret_cast<unsigned char*>(digest.data()),
                             digest.size());
    return digest;
  }

 private:
  crypto_generichash_state state_{};
};

}  // namespace

RowDigest digest_of(TableId table, const Row& columns, std::string_view bytes) {
  Digest digest;
  const std::string_view name = shape_of(table).name;
  digest.add(name.data(), name.size());
  digest.add(columns.uid.bytes.data(), columns.uid.bytes.size());
  digest.add(columns.at.seconds);
  digest.add(columns.day.number);
  for (const auto& mark : columns.marks) {
    digest.add(mark ? 1 : 0);
    digest.add(mark.value_or(0));
  }
  digest.add(bytes.data(), bytes.size());
  return digest.finish();
}

PayloadCodec::PayloadCodec(const std::optional<PublicKey>& public_key, SecretKey key) {
  if (!public_key) return;
  sealed_.emplace(*public_key);
  sealed_->use_key(std::move(key));
}

StoredRow PayloadCodec::encode(TableId table, const Row& row) const {
  StoredRow stored;
  stored.columns = sealed_ ? clear_face(table, row) : row;
  stored.bytes = sealed_ ? sealed_->seal_row(table, row) : row.payload;
  stored.digest = digest_of(table, stored.columns, stored.bytes);
  return stored;
}

std::optional<Row> PayloadCodec::decode(TableId table, StoredRow stored) const {
  require_open();
  if (digest_of(table, stored.columns, stored.bytes) != stored.digest) return std::nullopt;
  if (sealed_) return sealed_->open_row(table, stored.columns, stored.bytes);
  if (is_sealed(stored.bytes)) return std::nullopt;
  stored.columns.payload = std::move(stored.bytes);
  return std::move(stored.columns);
}

void PayloadCodec::require_open() const {
  if (can_open()) return;
  throw Error(ErrorKind::locked, "could not read the journal: it is locked",
              "lull help privacy says how the passphrase is given");
}

}  // namespace lull
