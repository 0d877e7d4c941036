#pragma once

#include <optional>
#include <string>

#include "lull/store/row.hpp"
#include "lull/store/vault.hpp"

namespace lull {

/// What of a row stays in the clear columns of a sealed journal: the day, and what `streak status`
/// needs. Its instant is told by the day alone.
Row clear_face(TableId table, const Row& row);

/// How far the instant of a sealed row may lie from that of its clear column.
inline constexpr std::int64_t kMostBefore = 86'400;
inline constexpr std::int64_t kMostAfter = std::int64_t{3} * 86'400;

/// Seals whole rows to a public key, and opens them with the secret one. What is sealed says which
/// row it is, so that one that was moved, swapped or taken from elsewhere doesn't open.
class SealedCodec {
 public:
  explicit SealedCodec(const PublicKey& public_key) : public_key_(public_key) {}

  const PublicKey& public_key() const { return public_key_; }
  void use_key(SecretKey key) { key_ = std::move(key); }
  bool can_open() const { return key_ != nullptr; }

  /// The bytes for the payload column. The row has its id and uid.
  std::string seal_row(TableId table, const Row& row) const;
  /// The row that `columns` and `bytes` hold, or nothing when they don't belong together.
  std::optional<Row> open_row(TableId table, const Row& columns, const std::string& bytes) const;

 private:
  PublicKey public_key_;
  SecretKey key_;
};

}  // namespace lull
