#pragma once

#include <cstddef>
#include <string_view>

namespace lull {

/// What the words of a text tell of its language.
struct LanguageCount {
  std::size_t words = 0;
  std::size_t common = 0;   ///< among the commonest of English
  std::size_t foreign = 0;  ///< of letters that English has no use for

  LanguageCount& operator+=(const LanguageCount& other);
  /// Whether the codebook cannot read the text, because it is not English. One of fewer than six
  /// words is only called unread when most of them are of another script.
  bool is_unread() const;
};

/// Of one word, as fold_word gives it.
LanguageCount language_of(std::string_view folded);

}  // namespace lull
