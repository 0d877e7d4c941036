#pragma once

#include <string>
#include <vector>

#include "lull/report/document.hpp"

namespace lull {

/// Breaks text into lines of at most `width` columns for a terminal, made visible and with each
/// face set: with colour by escapes that end within the line, without it marks as _low lines_.
/// Never empty.
std::vector<std::string> set_text(const Text& text, int width, bool color);

/// One line of our own words in a face; plain without colour.
std::string in_face(const std::string& words, Face face, bool color);

}  // namespace lull
