#pragma once

#include <vector>

#include "lull/model/contact.hpp"
#include "lull/model/entry.hpp"
#include "lull/model/review.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// Everything a review is made from: read once, then only reckoned with.
struct ReviewSources {
  DaySpan span;
  Day today;
  std::vector<Entry> entries;     ///< oldest first, of the span, first accounts included
  std::vector<Contact> contacts;  ///< of the span
};

/// Part 1. The streak of `period` must be in the part already.
void fill_silence(SilencePart& part, const ReviewSources& sources);
/// Part 2.
WritingPart count_writing(const ReviewSources& sources);
/// Parts 3 to 5: themes with their quotes, and what follows from them.
void find_review_themes(Review& review, const ReviewSources& sources);
/// Puts the writer's own word on the themes: a confirmed one stays, a rejected one goes to the end.
void fill_verdicts(Review& review, const std::vector<Verdict>& verdicts);
/// Part 7, from all versions of all wants, as they stood at the end of `last`.
void fill_wants(Review& review, std::vector<Want> versions, Day last);
/// Part 9, and part 7 with it. Kind, span and safety must be in the review already.
void fill_decisions(Review& review, Store& store);

}  // namespace lull
