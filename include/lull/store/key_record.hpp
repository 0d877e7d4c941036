#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// The half of the key pair that seals; it opens nothing.
using PublicKey = std::array<unsigned char, 32>;

/// 64 hexadecimal digits, and back; anything else throws Error{usage}.
std::string to_hex(const PublicKey& key);
PublicKey parse_public_key(std::string_view hex);

/// How much Argon2id has to do for one guess at a passphrase.
struct KdfCost {
  std::uint32_t passes = 0;
  std::uint32_t kibibytes = 0;
  friend bool operator==(const KdfCost&, const KdfCost&) = default;
};
inline constexpr KdfCost kInteractiveCost{2, 64 * 1024};
inline constexpr KdfCost kModerateCost{3, 256 * 1024};
inline constexpr KdfCost kSensitiveCost{4, 1024 * 1024};
inline constexpr KdfCost kLeastCost{1, 8};            ///< for tests
inline constexpr KdfCost kMostCost{10, 1024 * 1024};  ///< more is refused before any work

/// What a wrap of the secret key is opened with.
enum class SlotKind : unsigned char { passphrase = 1, recovery = 2 };

/// The secret key under XChaCha20-Poly1305, whose key Argon2id makes of a passphrase.
struct KeySlot {
  SlotKind kind = SlotKind::passphrase;
  KdfCost cost;
  std::array<unsigned char, 16> salt{};
  std::array<unsigned char, 24> nonce{};
  std::array<unsigned char, 48> wrapped{};
};

/// The lock of a journal as it stands in the file: the public key, and the secret key wrapped once
/// or twice. docs/privacy.md has its bytes.
struct KeyRecord {
  PublicKey public_key{};
  std::vector<KeySlot> slots;
  bool sound = true;  ///< its digest agreed; one that is not sound seals nothing

  const KeySlot* slot(SlotKind kind) const;  ///< or null
};

std::string to_bytes(const KeyRecord& record);
/// Throws Error{store} when the bytes are none, or ask for more work than kMostCost.
KeyRecord parse_key_record(std::string_view bytes);
/// What the wrap of a slot is bound to: the record up to its slots, and the slot up to its wrap.
std::string bound_bytes(const PublicKey& key, const KeySlot& slot);

}  // namespace lull
