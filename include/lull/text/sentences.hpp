#pragma once

#include <string_view>
#include <vector>

#include "lull/model/theme.hpp"

namespace lull {

/// The sentences of a text in order, without the white space around them; never empty ones. A full
/// stop after an abbreviation, an initial or a digit before a digit ends nothing; a closing quote
/// or bracket belongs to its sentence; an item of a list, a short line and an empty line end one.
/// Where a writer uses no punctuation at all, a run of more than forty words is parted before a
/// word like "but", "so" or "then".
std::vector<TextSpan> split_sentences(std::string_view text);

}  // namespace lull
