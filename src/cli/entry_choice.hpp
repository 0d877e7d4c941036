#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lull/app/journal.hpp"

namespace lull {

/// The one entry that is meant: the newest, or that of the number which is the first of `words`;
/// the number is taken off. `verb` is for the message. Throws Error{usage} without a number,
/// Error{not_found} when there is none or it is in the trash.
Entry take_entry(Journal& journal, bool last, std::vector<std::string>& words,
                 std::string_view verb);

}  // namespace lull
