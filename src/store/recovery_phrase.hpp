#pragma once

#include <array>
#include <optional>

#include "lull/store/secret.hpp"

namespace lull {

using PhraseBits = std::array<unsigned char, 16>;

/// The phrase that stands for these bits: nine words, the last one a check of the others.
Secret to_phrase(const PhraseBits& bits);
/// The phrase as it was given, however it was typed: case and what stands between the words do not
/// matter. Nothing when it is no phrase, or was mistyped.
std::optional<Secret> sound_phrase(const Secret& typed);

}  // namespace lull
