#pragma once

#include <optional>
#include <string>

#include "lull/store/row.hpp"
#include "sealed_codec.hpp"
#include "stored_row.hpp"

namespace lull {

/// A row as it lies in the file: the clear columns, the bytes of the payload column, and the digest
/// beside them.
struct StoredRow {
  Row columns;
  std::string bytes;
  RowDigest digest{};
};

/// BLAKE2b over the table, uid and clear columns of a row and its stored bytes: SQLite has no
/// checksum of content.
RowDigest digest_of(TableId table, const Row& columns, std::string_view bytes);

/// The one place where private content becomes bytes of the file and back: in clear, or sealed.
class PayloadCodec {
 public:
  PayloadCodec() = default;
  /// Seals to the public key, or nothing.
  explicit PayloadCodec(const std::optional<PublicKey>& public_key, SecretKey key = nullptr);

  bool seals() const { return sealed_.has_value(); }
  bool can_open() const { return !sealed_ || sealed_->can_open(); }

  StoredRow encode(TableId table, const Row& row) const;
  /// The row, or nothing when it isn't as it was written. Throws Error{locked} without the key.
  std::optional<Row> decode(TableId table, StoredRow stored) const;
  /// Throws Error{locked} when private parts can't be read.
  void require_open() const;

 private:
  std::optional<SealedCodec> sealed_;
};

}  // namespace lull
