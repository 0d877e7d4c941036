#pragma once

#include <string>

#include "lull/cli/session.hpp"
#include "lull/model/entry.hpp"

namespace lull {

/// An entry for reading: a line about it, its text as it may go to a terminal, wrapped to the
/// screen.
std::string entry_as_text(const Entry& entry, Session& session);
/// Id, day and the beginning of the text, on one line.
std::string entry_as_line(const Entry& entry, Session& session);

}  // namespace lull
