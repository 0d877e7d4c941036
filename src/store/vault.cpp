#include "lull/store/vault.hpp"

#include <sodium.h>

#include "byte_order.hpp"
#include "lull/base/error.hpp"
#include "recovery_phrase.hpp"
#include "sealed_box.hpp"

namespace lull {
namespace {

constexpr std::string_view kTextName = "text";

const unsigned char* bytes_of(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Secret stretch(const Secret& passphrase, const KeySlot& slot) {
  Secret key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  const int done =
      crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(passphrase.data()),
                    passphrase.size(), slot.salt.data(), slot.cost.passes,
                    std::size_t{slot.cost.kibibytes} * 1024, crypto_pwhash_ALG_ARGON2ID13);
  if (done != 0) {
    throw Error(
        ErrorKind::io,
        "could not try the passphrase: there is not enough memory to stretch it (nothing is said "
        "about whether it is right)",
        "close other programs and try again");
  }
  return key;
}

KeySlot wrap(const PublicKey& public_key, const Secret& key, const Secret& passphrase,
             SlotKind kind, const KdfCost& cost) {
  KeySlot slot;
  slot.kind = kind;
  slot.cost = cost;
  randombytes_buf(slot.salt.data(), slot.salt.size());
  randombytes_buf(slot.nonce.data(), slot.nonce.size());
  const Secret stretched = stretch(passphrase, slot);
  const std::string bound = bound_bytes(public_key, slot);
  crypto_aead_xchacha20poly1305_ietf_encrypt(slot.wrapped.data(), nullptr, key.data(), key.size(),
                                             bytes_of(bound), bound.size(), nullptr,
                                             slot.nonce.data(), stretched.data());
  return slot;
}

SecretKey unwrap(const KeyRecord& record, const KeySlot& slot, const Secret& passphrase) {
  const Secret stretched = stretch(passphrase, slot);
  const std::string bound = bound_bytes(record.public_key, slot);
  Secret key(crypto_box_SECRETKEYBYTES);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(key.data(), nullptr, nullptr, slot.wrapped.data(),
                                                 slot.wrapped.size(), bytes_of(bound), bound.size(),
                                                 slot.nonce.data(), stretched.data()) != 0 ||
      !is_pair(key, record.public_key)) {
    return nullptr;
  }
  return std::make_shared<const Secret>(std::move(key));
}

void require_passphrase(const Secret& passphrase) {
  if (!passphrase.empty()) return;
  throw Error(ErrorKind::usage, "could not set the passphrase: it is empty");
}

void put_slot(KeyRecord& record, const KeySlot& slot) {
  for (KeySlot& known : record.slots) {
    if (known.kind == slot.kind) {
      known = slot;
      return;
    }
  }
  record.slots.push_back(slot);
}

}  // namespace

NewVault make_vault(const Secret& passphrase, const KdfCost& cost) {
  require_passphrase(passphrase);
  NewVault vault;
  Secret key(crypto_box_SECRETKEYBYTES);
  crypto_box_keypair(vault.record.public_key.data(), key.data());
  vault.key = std::make_shared<const Secret>(std::move(key));
  set_passphrase(vault.record, vault.key, passphrase, cost);
  return vault;
}

SecretKey open_vault(const KeyRecord& record, const Secret& typed) {
  const KeySlot* const recovery = record.slot(SlotKind::recovery);
  if (const auto phrase = sound_phrase(typed); phrase && recovery != nullptr) {
    if (SecretKey key = unwrap(record, *recovery, *phrase)) return key;
  }
  const KeySlot* const slot = record.slot(SlotKind::passphrase);
  if (slot != nullptr && !typed.empty()) {
    if (SecretKey key = unwrap(record, *slot, typed)) return key;
  }
  if (record.sound) return nullptr;
  throw Error(ErrorKind::store, "could not open the lock of the journal: it is damaged",
              "keep a copy of lull.db before anything else");
}

void set_passphrase(KeyRecord& record, const SecretKey& key, const Secret& passphrase,
                    const KdfCost& cost) {
  require_passphrase(passphrase);
  put_slot(record, wrap(record.public_key, *key, passphrase, SlotKind::passphrase, cost));
}

Secret set_recovery_phrase(KeyRecord& record, const SecretKey& key, const KdfCost& cost) {
  PhraseBits bits{};
  randombytes_buf(bits.data(), bits.size());
  Secret phrase = to_phrase(bits);
  sodium_memzero(bits.data(), bits.size());
  put_slot(record, wrap(record.public_key, *key, phrase, SlotKind::recovery, cost));
  return phrase;
}

bool is_pair(const Secret& key, const PublicKey& public_key) {
  if (key.size() != crypto_scalarmult_SCALARBYTES) return false;
  PublicKey derived{};
  crypto_scalarmult_base(derived.data(), key.data());
  return derived == public_key;
}

std::string seal_text(const std::string& text, Instant at, const PublicKey& public_key) {
  std::string plain = sealed_head(kTextName);
  put_number(plain, at.seconds);
  plain += text;
  return seal(std::move(plain), public_key);
}

bool is_sealed_text(const std::string& bytes) { return is_sealed(bytes); }

std::optional<std::string> open_sealed_text(const std::string& bytes, const Secret& key) {
  PublicKey public_key{};
  crypto_scalarmult_base(public_key.data(), key.data());
  const std::optional<std::string> plain = open_sealed(bytes, public_key, key);
  if (!plain) return std::nullopt;
  ByteReader reader(*plain);
  if (!take_sealed_head(reader, kTextName)) return std::nullopt;
  reader.take_number<std::int64_t>();
  if (reader.ended()) return std::nullopt;
  return std::string(reader.rest());
}

}  // namespace lull
