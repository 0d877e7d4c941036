#pragma once

#include <filesystem>
#include <optional>

#include "lull/base/environment.hpp"
#include "lull/store/key_record.hpp"

namespace lull {

/// The public keys of locked journals, whole, in the state folder, so that a journal whose key was
/// swapped is noticed, and a text can be sealed even when the journal doesn't open. One line a
/// journal: the key in hexadecimal, and the path.

/// The key that the journal at `store` is known by; nothing where none is written down, or it can't
/// be read.
std::optional<PublicKey> pinned_key(const Environment& environment,
                                    const std::filesystem::path& store);
/// Writes it down in place of the one there was; with nothing, strikes it out. False when it could
/// not be kept (no HOME, a disk that is full).
bool pin_key(const Environment& environment, const std::filesystem::path& store,
             const std::optional<PublicKey>& key);
/// The file they are in. Throws Error{usage} without HOME.
std::filesystem::path key_pins_file(const Environment& environment);

}  // namespace lull
