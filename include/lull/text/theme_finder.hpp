#pragma once

#include <string_view>
#include <vector>

#include "lull/model/theme.hpp"
#include "lull/text/codebook.hpp"

namespace lull {

/// The themes that a text gives as reasons, with their evidence, in the order of the text; at most
/// one piece of evidence for a theme in a sentence. Pure: the same text gives the same answer. Text
/// that states no reason gives an empty list, which is a normal result. Cost grows with the text
/// alone.
std::vector<Evidence> find_themes(std::string_view text);

/// The same, by a codebook with the user's own entries.
std::vector<Evidence> find_themes(std::string_view text, const Codebook& codebook);

}  // namespace lull
