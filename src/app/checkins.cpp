#include "lull/app/checkins.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/store/records.hpp"
#include "sound_text.hpp"

namespace lull {
namespace {

bool is_value(int value) { return value >= 0 && value <= 10; }

void require_sound_set(const CheckIn& set) {
  const std::array<int, 5> values{set.happy, set.sad, set.angry, set.tired,
                                  set.takes_over.value_or(0)};
  if (!std::all_of(values.begin(), values.end(), is_value)) {
    throw Error(ErrorKind::usage, "could not save the check-in: each number goes from 0 to 10");
  }
  require_sound("the check-in", set.note);
  require_sound("the check-in", set.who);
}

void require_two_names(const std::vector<CheckIn>& sets) {
  std::set<std::string> names;
  for (const CheckIn& set : sets) {
    if (set.who.empty() || !names.insert(fold(set.who)).second) {
      throw Error(ErrorKind::usage,
                  "could not save the check-in: each of you needs a name of their own",
                  "--name NAME, once for each");
    }
  }
}

// The newest decision that says whether check-ins are kept: only one since the last `begin` counts.
std::optional<Decision> newest_decision(Store& store) {
  std::optional<Decision> newest;
  each<Decision>(store, {}, [&](Decision&& decision) {
    newest = std::move(decision);
    return true;
  });
  const std::vector<QuietPeriod> periods = all<QuietPeriod>(store);
  const bool begun_anew =
      newest && std::any_of(periods.begin(), periods.end(), [&](const QuietPeriod& period) {
        return !period.closed_on && period.begun.instant > newest->at.instant;
      });
  return begun_anew ? std::nullopt : newest;
}

}  // namespace

std::vector<CheckIn> CheckIns::add(std::vector<CheckIn> sets) {
  for (const CheckIn& set : sets) require_sound_set(set);
  if (sets.size() > 1) require_two_names(sets);
  store_.change("checkin add", [&](Change& change) {
    for (CheckIn& set : sets) {
      set.at = rule_.moment(clock_.now());
      set.id = insert(change, set);
    }
  });
  return sets;
}

std::vector<CheckIn> CheckIns::list() { return all<CheckIn>(store_); }

CheckInPlan CheckIns::plan(bool switched_on, int every) {
  const Day today = rule_.day_of(clock_.now());
  CheckInPlan plan;
  const std::optional<Decision> decision = newest_decision(store_);
  plan.parted = decision && decision->choice == Choice::part;
  if (plan.parted) return plan;
  if (switched_on) plan.since = today - every;
  if (decision && decision->choice == Choice::reconnect && decision->confirmed) {
    plan.since = decision->at.day;
  }
  if (!plan.since) return plan;
  for (const CheckIn& checkin : list()) {
    plan.last = std::max(plan.last.value_or(checkin.at.day), checkin.at.day);
  }
  plan.next = std::max(*plan.since, plan.last.value_or(*plan.since)) + every;
  return plan;
}

}  // namespace lull
