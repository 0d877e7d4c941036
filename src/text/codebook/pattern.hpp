#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// A node of a phrase as written. `word` is a word in any form, "=word" that form alone, "@name" a
/// slot,
/// "(a|b c)" alternatives, "[a]" what may be left out, ".." up to three words of any kind, "..N" up
/// to N.
struct Pattern {
  enum class Kind { word, slot, gap, sequence, choice } kind{};
  std::string word;               ///< of a word or a slot, with its "=" but without its "@"
  int gap = 0;                    ///< the most words that may stand here
  std::vector<Pattern> children;  ///< of a sequence or a choice
};

/// Throws std::invalid_argument with the reason when `text` is no phrase.
Pattern parse_pattern(std::string_view text);

}  // namespace lull
