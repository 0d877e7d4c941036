#include "lull/app/reviewer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lull/app/silence.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"
#include "review_parts.hpp"

namespace lull {
namespace {

// Opened only by quiet days; a period that only counts has no such day, so its review is always
// open.
void require_open(const Streak& streak, Day today) {
  if (!streak.length || streak.complete()) return;
  const int days = *streak.days_to_go;
  throw Error(
      ErrorKind::refused,
      fmt::format("the silence is not over yet: the review opens on {}, in {} quiet day{}",
                  to_long_date(streak.opens_on.value_or(today)), days, days == 1 ? "" : "s"),
      "lull review --preview shows it as it stands");
}

DaySpan span_of_period(const QuietPeriod& period, Day today) {
  return {std::min(period.from, today), std::min(period.closed_on.value_or(today), today)};
}

DaySpan span_of_writing(Store& store, Day today) {
  DaySpan span{today, today};
  lull::each<Entry>(store, {}, [&](Entry&& entry) {
    if (entry.trashed_on) return true;
    span.first = std::min(span.first, entry.at.day);
    return true;
  });
  return span;
}

ReviewSources read_sources(Store& store, DaySpan span, Day today) {
  ReviewSources sources{span, today, {}, {}};
  lull::each<Entry>(store, {}, [&](Entry&& entry) {
    if (!entry.trashed_on && span.contains(entry.at.day))
      sources.entries.push_back(std::move(entry));
    return true;
  });
  for (Contact& contact : all<Contact>(store)) {
    if (contact.last_day >= span.first && contact.at.day <= span.last) {
      sources.contacts.push_back(std::move(contact));
    }
  }
  return sources;
}

}  // namespace

Review gather_review(Store& store, const Clock& clock, const DayRule& rule,
                     const ReviewRequest& request) {
  const Day today = rule.day_of(clock.now());
  Quiet quiet(store, clock, rule, request.looking_breaks);
  const std::optional<QuietPeriod> period = quiet.current_period();
  Review review;
  review.made_on = today;
  review.made_at = to_iso(rule.moment(clock.now()));
  if (period) {
    review.silence.emplace();
    review.silence->period = *period;
    review.silence->streak = *quiet.streak(*period);
    review.safety = period->for_safety();
  }
  if (request.days) {
    review.kind = ReviewSpan::dates;
    review.span = *request.days;
  } else if (period) {
    const Streak& streak = review.silence->streak;
    const bool open = !streak.length || streak.complete();
    if (!request.preview) require_open(streak, today);
    review.kind = open ? ReviewSpan::period : ReviewSpan::preview;
    review.span = span_of_period(*period, today);
  } else {
    review.span = span_of_writing(store, today);
  }
  const ReviewSources sources = read_sources(store, review.span, today);
  if (review.silence) fill_silence(*review.silence, sources);
  review.writing = count_writing(sources);
  find_review_themes(review, sources);
  fill_verdicts(review, standing_verdicts(store, period));
  fill_decisions(review, store);
  return review;
}

}  // namespace lull
