#include "sound_text.hpp"

#include <fmt/format.h>

#include "lull/base/blanks.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"

namespace lull {

void require_sound(std::string_view what, std::string_view text) {
  if (const auto at = find_invalid_utf8(text)) {
    throw Error(ErrorKind::usage,
                fmt::format("could not save {}: byte {} is not valid UTF-8", what, *at + 1));
  }
}

void require_words(std::string_view what, std::string_view text, const std::string& hint) {
  require_sound(what, text);
  if (is_blank(text)) {
    throw Error(ErrorKind::usage, fmt::format("could not save {}: there is no text in it", what),
                hint);
  }
}

}  // namespace lull
