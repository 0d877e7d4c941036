#pragma once

#include "automaton.hpp"
#include "source.hpp"

namespace lull {

/// Builds the automaton of a codebook. Throws Error{usage} that names file, line and key of a
/// phrase that is none, or that stands for too many.
AutomatonTables compile_codebook(const CodebookSource& source);

}  // namespace lull
