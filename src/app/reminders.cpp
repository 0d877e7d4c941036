#include "lull/app/reminders.hpp"

#include <algorithm>

#include "lull/app/checkins.hpp"
#include "lull/app/decisions.hpp"
#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"

namespace lull {
namespace {

std::optional<ClearPeriod> newest_period(Store& store) {
  const std::vector<ClearPeriod> periods = clear_periods(store);
  const ClearPeriod* current =
      pick_current(periods, [](const ClearPeriod& period) { return !period.silence.closed_on; });
  if (current == nullptr) return std::nullopt;
  return *current;
}

std::optional<Day> last_written(Store& store) {
  std::optional<Day> last;
  RowQuery newest_first;
  newest_first.newest_first = true;
  store.each_in_clear(TableId::entry, newest_first, [&](Row&& row) {
    if (row.marks.at(0)) return true;  // in the trash
    last = row.day;
    return false;
  });
  return last;
}

// A closed period asks for nothing, and one for safety has no day on which a review opens.
void look_at_silence(DueFacts& facts, Store& store, const ReminderNotes& notes) {
  const std::optional<ClearPeriod> period = newest_period(store);
  if (!period) return;
  facts.remind_since = period->silence.from;
  if (period->silence.closed_on) return;
  const Streak streak = streak_of(period->silence, store.breaks(), facts.today);
  facts.review_opens_on = streak.completed_on;
  facts.review_read = streak.completed_on && notes.review_read_on() &&
                      *streak.completed_on <= *notes.review_read_on();
}

void look_at_decisions(DueFacts& facts, Store& store, const Clock& clock, const DayRule& rule,
                       const Settings& settings) {
  const CheckInPlan plan =
      CheckIns(store, clock, rule).plan(settings.remind_checkin, settings.checkin_every);
  facts.parted = plan.parted;
  facts.checkins_since = plan.since;
  facts.last_checkin = plan.last;
  Decisions decisions(store, clock, rule);
  if (const auto first = decisions.first_yes()) facts.first_yes = first->at.instant;
  // A decision made since it opened is an answer to the review.
  for (const Decision& decision : decisions.list()) {
    if (facts.review_opens_on && *facts.review_opens_on <= decision.at.day) {
      facts.review_read = true;
    }
  }
}

}  // namespace

DueFacts gather_due(Store& store, const Clock& clock, const DayRule& rule, const Settings& settings,
                    const ReminderNotes& notes) {
  DueFacts facts;
  facts.now = clock.now();
  facts.today = rule.day_of(facts.now);
  facts.said_today = notes.said_on(facts.today);
  facts.checkin_every = settings.checkin_every;
  look_at_silence(facts, store, notes);
  facts.last_written = last_written(store);
  if (!settings.remind_writing) {
    facts.remind_since.reset();
  } else if (!facts.remind_since) {
    facts.remind_since = facts.last_written;
  }
  try {
    look_at_decisions(facts, store, clock, rule, settings);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked) throw;
    const std::optional<ClearPeriod> period = newest_period(store);
    facts.parted = period && period->silence.closed_on;
  }
  return facts;
}

}  // namespace lull
