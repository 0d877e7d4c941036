#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "byte_order.hpp"
#include "lull/store/key_record.hpp"
#include "lull/store/secret.hpp"

namespace lull {

/// Pads to a multiple of 256 bytes and seals; the result begins with "LLS1". What was in clear is
/// wiped.
std::string seal(std::string&& plain, const PublicKey& public_key);
/// Whether the bytes begin as sealed ones do. A payload in clear never does.
bool is_sealed(std::string_view bytes);
/// What was sealed, or nothing when the key is another, or a byte was changed.
std::optional<std::string> open_sealed(std::string_view bytes, const PublicKey& public_key,
                                       const Secret& key);

/// What every sealed text begins with: the version, and what it is ("entry", "text").
std::string sealed_head(std::string_view name);
/// Takes it from the front; false when it is not that.
bool take_sealed_head(ByteReader& reader, std::string_view name);

}  // namespace lull
