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

/// Number, day and time, mood, feelings, tags and the like, on one line that may go to a terminal.
std::string heading_of(const Entry& entry);
/// The same without day and time.
std::string facts_of(const Entry& entry);

/// The entry as --discreet shows it: without its text and every other word of the person's.
Entry without_words(Entry entry);
/// The columns that text is set in.
int columns_of(Session& session);

}  // namespace lull
