#pragma once

#include <string_view>

namespace lull {

/// Whether the codebook cannot read this text, because it is not English. A text of fewer than six
/// words is only called unread when most of its letters are of another script.
bool is_unread_language(std::string_view text);

}  // namespace lull
