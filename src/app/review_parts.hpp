#pragma once

#include <string>
#include <vector>

#include "lull/app/verdicts.hpp"
#include "lull/model/contact.hpp"
#include "lull/model/entry.hpp"
#include "lull/model/marker.hpp"
#include "lull/model/review.hpp"
#include "lull/model/urge.hpp"
#include "lull/store/store.hpp"
#include "lull/text/findings.hpp"
#include "lull/text/quotes.hpp"

namespace lull {

/// Everything a review is made from: read once, then only reckoned with.
struct ReviewSources {
  DaySpan span;
  Day today;
  std::vector<Entry> entries;     ///< oldest first, of the span, first accounts included
  std::vector<Contact> contacts;  ///< of the span
  std::vector<Urge> urges;        ///< of the span
  SetAside set_aside;             ///< sentences that are no evidence
  const Codebook& codebook;       ///< that the texts are read by
  std::vector<std::vector<Evidence>> evidence{};  ///< why it ended, by each entry
  std::vector<std::vector<Denial>> denials{};     ///< what each entry denies
  std::vector<MarkerCounts> markers{};            ///< how each entry is written
  std::vector<std::size_t> words{};               ///< how many each entry has
  std::vector<char> unread{};                     ///< whether each is in a language not known
  std::vector<PhraseCount> phrases{};             ///< what comes back, the weightiest first
};

/// Reads every entry's text once, on all processors: most of a review's time goes there.
void read_texts(ReviewSources& sources);
/// Part 1. The streak of `period` must be in the part already.
void fill_silence(SilencePart& part, const ReviewSources& sources);
/// Part 2.
WritingPart count_writing(const ReviewSources& sources);
/// Parts 3 and 5: themes with their quotes, closeness and sex.
void find_review_themes(Review& review, const ReviewSources& sources);
/// Part 4: the first account, contradictions, phrases that come back.
void compare_accounts(Review& review, const ReviewSources& sources);
/// Part 8. Safety must be known already.
void count_review_markers(Review& review, const ReviewSources& sources);
/// Takes fear and harm out of the ranking, and where the writer has not rejected it, or the period
/// is one for safety, leaves out what must not stand beside it and puts help in front.
void settle_safety(Review& review, const std::string& country);
/// Puts "[name]" in the place of every name, whole words whatever their case and accents, in all
/// that is quoted.
void leave_out_names(Review& review, std::vector<std::string> names);
/// Puts the writer's own word on the themes: a confirmed one stays, a rejected one goes to the end.
void fill_verdicts(Review& review, const std::vector<Verdict>& verdicts);
/// Part 7, from all versions of all wants, as they stood at the end of `last`.
void fill_wants(Review& review, std::vector<Want> versions, Day last);
/// Part 9, and part 7 with it. Kind, span and safety must be in the review already.
void fill_decisions(Review& review, Store& store);

}  // namespace lull
