#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lull/model/theme.hpp"

namespace lull {

/// A word of a text: where it stands, and its folded form (lower case, no accents, straight
/// apostrophe).
struct Token {
  TextSpan span;
  std::string word;
};

/// The first word at or after byte `from`, or none. A word is letters, digits and the apostrophes
/// between them; a hyphen parts words. Bytes that are not UTF-8 part words too.
std::optional<TextSpan> next_word(std::string_view text, std::size_t from);

/// Lower case, without accents, every apostrophe a straight one.
std::string fold_word(std::string_view word);

/// All words of `text` with byte offsets into it. Contractions stay whole.
std::vector<Token> tokenize(std::string_view text);

/// How many words tokenize() would give.
std::size_t count_tokens(std::string_view text);

/// Takes a folded contraction apart: "didn't" is "did" and "not", "she's" is "she" and "'s"; any
/// other word is itself.
std::vector<std::string> split_contraction(std::string_view folded);

}  // namespace lull
