#pragma once

#include "reading.hpp"

namespace lull {

/// This thread's reader of an automaton that lives as long as the program. What it worked out for
/// one text serves the next: a review reads thousands.
SentenceReader& kept_reader(const Automaton& automaton);

}  // namespace lull
