#pragma once

#include "codebook/automaton.hpp"
#include "reading.hpp"

namespace lull {

namespace embedded {
extern const Automaton english_asides;
}  // namespace embedded

/// The codebook of what is looked for beside the themes: crisis, markers, claims.
inline const Automaton& aside_codebook() { return embedded::english_asides; }

}  // namespace lull
