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

ReviewSources read_sources(Store& store, DaySpan span, Day today, const Codebook& codebook) {
  ReviewSources sources{span, today, {}, {}, {}, SetAside(store), codebook};
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
  for (Urge& urge : all<Urge>(store)) {
    if (span.contains(urge.at.day)) sources.urges.push_back(std::move(urge));
  }
  return sources;
}

// The newest, or the one with that number.
std::optional<QuietPeriod> period_for(Store& store, Quiet& quiet, const ReviewRequest& request) {
  if (!request.period) return quiet.current_period();
  std::optional<QuietPeriod> period = lull::find<QuietPeriod>(store, *request.period);
  if (!period) {
    throw Error(ErrorKind::not_found,
                "could not review the quiet period: there is none of that number",
                "lull streak history");
  }
  return period;
}

// Kind and span of the review, from what was asked for and what there is.
void choose_span(Review& review, Store& store, const ReviewRequest& request) {
  const Day today = review.made_on;
  if (request.days) {
    review.kind = ReviewSpan::dates;
    review.span = *request.days;
  } else if (review.silence) {
    const Streak& streak = review.silence->streak;
    const bool closed = review.silence->period.closed_on.has_value();
    const bool open = !streak.length || streak.complete() || closed;
    if (!request.preview && !open) require_open(streak, today);
    review.kind = open ? ReviewSpan::period : ReviewSpan::preview;
    review.span = span_of_period(review.silence->period, today);
  } else {
    review.span = span_of_writing(store, today);
  }
}

}  // namespace

Review gather_review(Store& store, const Clock& clock, const DayRule& rule,
                     const ReviewRequest& request) {
  const Day today = rule.day_of(clock.now());
  Quiet quiet(store, clock, rule, request.looking_breaks);
  const std::optional<QuietPeriod> period = period_for(store, quiet, request);
  Review review;
  review.made_on = today;
  review.made_at = to_iso(rule.moment(clock.now()));
  if (period) {
    review.silence.emplace();
    review.silence->period = *period;
    review.silence->streak = *quiet.streak(*period);
    review.safety = period->for_safety();
  }
  choose_span(review, store, request);
  ReviewSources sources = read_sources(store, review.span, today, request.codebook);
  read_texts(sources);
  if (review.silence) fill_silence(*review.silence, sources);
  review.writing = count_writing(sources);
  find_review_themes(review, sources);
  compare_accounts(review, sources);
  fill_verdicts(review, standing_verdicts(store, period));
  fill_decisions(review, store);
  settle_safety(review, request.country);
  if (!review.safety) count_review_markers(review, sources);
  if (request.anonymous) {
    std::vector<std::string> names = request.names;
    if (period && !period->alias.empty()) names.push_back(period->alias);
    review.anonymous = true;
    leave_out_names(review, names);
  }
  return review;
}

}  // namespace lull
