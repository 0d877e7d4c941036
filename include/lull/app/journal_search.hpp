#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lull/app/entry_filter.hpp"
#include "lull/model/search_query.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// An entry in which a query was found, and where in its text.
struct FoundEntry {
  Entry entry;
  std::vector<TextSpan> spans;  ///< in order; empty when the query only leaves out
};

/// Gives the entries that hold the query and pass the filter, one by one, until `take` returns
/// false: by the filter's order, or the best first. No query is open meanwhile.
void search_entries(Store& store, const SearchQuery& query, const EntryFilter& filter,
                    bool best_first, const std::function<bool(FoundEntry&&)>& take);

/// A part of an excerpt, with whether it is what was looked for.
struct ExcerptPiece {
  std::string text;
  bool found = false;
};

/// The sentence (or line) around the first of `spans`, in pieces; the beginning of the text when
/// there is none. At most `around` characters stand before the first hit and as many after it; "…"
/// shows where more was cut off.
std::vector<ExcerptPiece> excerpt_of(std::string_view text, const std::vector<TextSpan>& spans,
                                     std::size_t around);

}  // namespace lull
