#pragma once

#include <cstdint>
#include <vector>

#include "source.hpp"
#include "symbols.hpp"

namespace lull {

/// How common each symbol is, by its number: its words, each by how often people write it, and the
/// people it may be. The codebook's key for a phrase is its rarest symbol, so that little is tried
/// where nothing will be found.
std::vector<std::uint32_t> commonness(const CodebookSource& source, const Symbols& symbols);

}  // namespace lull
