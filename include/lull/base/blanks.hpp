#pragma once

#include <string_view>

namespace lull {

/// Spaces, tabs and the ends of lines and pages, in ASCII.
inline constexpr std::string_view kBlanks = " \t\r\n\v\f";

inline bool is_blank(std::string_view text) {
  return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

/// The text without the blanks around it; a view of the same bytes.
inline std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace lull
