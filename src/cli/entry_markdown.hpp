#pragma once

#include <string>

#include "lull/model/entry.hpp"

namespace lull {

/// An entry as a section of CommonMark: a heading, a line about it, and its text, in which nothing
/// acts as mark-up. Its line breaks and paragraphs stay.
std::string entry_as_markdown(const Entry& entry);

/// Some lines of a person's text as inert paragraphs.
std::string text_as_markdown(std::string_view text);

}  // namespace lull
