#include "lull/store/records.hpp"
#include "review_parts.hpp"

namespace lull {
namespace {

template <class Noun>
std::vector<Noun> within(Store& store, DaySpan span) {
  std::vector<Noun> nouns;
  each<Noun>(store, {}, [&](Noun&& noun) {
    if (span.contains(noun.at.day)) nouns.push_back(std::move(noun));
    return true;
  });
  return nouns;
}

}  // namespace

// What follows a silence is said after it was closed, so a review of a period looks up to today.
void fill_decisions(Review& review, Store& store) {
  const Day last = review.kind == ReviewSpan::dates ? review.span.last : review.made_on;
  const DaySpan span{review.span.first, last};
  review.decisions = within<Decision>(store, span);
  fill_wants(review, all<Want>(store), last);
  if (review.safety) return;
  review.talks = within<Talk>(store, span);
  review.checkins = within<CheckIn>(store, span);
}

}  // namespace lull
