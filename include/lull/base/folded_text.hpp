#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/text_span.hpp"

namespace lull {

/// A text as fold() makes it, with the way back: which bytes a folded piece came from.
class FoldedText {
 public:
  explicit FoldedText(std::string_view text);

  const std::string& folded() const { return folded_; }
  /// The whole characters of the text that folded bytes came from, with the marks that follow them.
  TextSpan origin_of(TextSpan folded) const;

 private:
  std::string folded_;
  std::vector<std::size_t> origins_;  ///< for each folded byte, and the end
};

/// Whether a word may begin at that byte of a text: it is the first one, or what stands before it
/// is no letter and no digit.
bool may_begin_word(std::string_view text, std::size_t place);
/// The end of the run of letters and digits that goes on at that byte.
std::size_t end_of_word(std::string_view text, std::size_t place);
/// Whether there is a letter or a digit in it.
bool holds_letter(std::string_view text);
/// Whether it holds a character of a script that is written without spaces between words: Chinese,
/// Japanese, Korean, Thai and their neighbours.
bool holds_unspaced_script(std::string_view text);

}  // namespace lull
