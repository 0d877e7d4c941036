#pragma once

namespace lull {

/// Before anything of libsodium is used; only the first call does something. Not done at every
/// start: it asks the system for random numbers and looks at the processor, which `streak status`
/// can do without. Throws Error{io} when there are no random numbers.
void start_sodium();

}  // namespace lull
