#pragma once

#include <string>
#include <string_view>

namespace lull {

/// Throws Error{usage} "could not save <what>: ..." when `text` has bytes that are not valid UTF-8.
void require_sound(std::string_view what, std::string_view text);
/// The same, and when there is nothing in it but white space.
void require_words(std::string_view what, std::string_view text, const std::string& hint);

}  // namespace lull
