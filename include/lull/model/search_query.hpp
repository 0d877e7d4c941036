#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lull/base/folded_text.hpp"

namespace lull {

/// How a term is looked for.
enum class TermKind {
  words,      ///< whole words, by their stems, next to each other in this order
  beginning,  ///< words that begin so
  piece,      ///< anywhere in the text: scripts without spaces between words, and signs
};

/// One thing to look for, or to leave out.
struct SearchTerm {
  TermKind kind = TermKind::words;
  std::string text;  ///< as typed for words, folded otherwise; never empty

  friend bool operator==(const SearchTerm&, const SearchTerm&) = default;
};

/// What a person looks for: all of `wanted`, none of `unwanted`.
struct SearchQuery {
  std::vector<SearchTerm> wanted;
  std::vector<SearchTerm> unwanted;

  bool is_empty() const { return wanted.empty() && unwanted.empty(); }
};

/// Newest and oldest by what an entry is about; best by how often and how rare its words are, then
/// newest.
enum class SearchOrder { newest_first, oldest_first, best_first };

/// Reads what was typed: words, "phrases", -word and -"phrase" for what must not be there, and
/// word* for a beginning. Every text has a reading; signs that mean nothing are left out, and a
/// quotation that isn't closed goes to the end.
SearchQuery parse_search_query(std::string_view typed);

/// Where a term of another kind than `words` stands in a folded text. A beginning is given with the
/// rest of its word.
std::vector<TextSpan> find_term(const SearchTerm& term, std::string_view folded);
bool holds_term(const SearchTerm& term, std::string_view folded);

}  // namespace lull
