#pragma once

#include <optional>
#include <string>

#include "lull/store/row.hpp"

namespace lull {

/// A payload as it lies in the file, with the digest beside it.
struct StoredPayload {
  std::string bytes;
  std::string digest;
};

/// The one place where private content becomes bytes of the file and back. Today in clear, with a
/// BLAKE2b digest over the row's table, uid, clear columns and content, because SQLite has no
/// checksum of content.
class PayloadCodec {
 public:
  StoredPayload encode(TableId table, const Row& row) const;
  /// The content, or nothing when the digest does not agree. `row` has everything but its payload.
  std::optional<std::string> decode(TableId table, const Row& row, StoredPayload stored) const;
};

}  // namespace lull
