#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/contact.hpp"
#include "lull/model/quiet_period.hpp"
#include "lull/model/streak.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// What a new contact is made of.
struct ContactDraft {
  Channel channel = Channel::other;
  Direction direction = Direction::out;
  std::optional<Instant> at;  ///< now, unless it was at another time
  std::optional<Day> until;   ///< last day, when it spans days
  std::string exception;
  std::string note;
};

/// A contact that was recorded, with what it did to the streak.
struct ContactOutcome {
  Contact contact;
  std::optional<Streak> before;  ///< nothing where there is no quiet period
  std::optional<Streak> after;
};

/// The quiet: periods, contacts, and the numbers that follow from them.
class Quiet {
 public:
  Quiet(Store& store, const Clock& clock, const DayRule& rule, bool looking_breaks)
      : store_(store), clock_(clock), rule_(rule), looking_breaks_(looking_breaks) {}

  /// Sets up a period and returns it with its id. An open one throws Error{refused}. `why`, when
  /// not empty, is kept as the first account. Throws Error{usage} for days in the future.
  QuietPeriod begin(QuietPeriod period, const std::string& why);
  /// The newest period that is not closed, else the newest, else nothing. Needs the key.
  std::optional<QuietPeriod> current_period();
  /// Streak of that same period, without the key; nothing where no period was begun.
  std::optional<Streak> streak();
  std::optional<Streak> streak(const QuietPeriod& period);

  /// Records a contact. Throws Error{usage} for the future, an `until` before it, or an exception
  /// that was not named before.
  ContactOutcome record(const ContactDraft& draft);
  std::vector<Contact> contacts();

  Day today() const { return rule_.day_of(clock_.now()); }

 private:
  void require_past(Instant at) const;
  void require_exception(const std::string& name);

  Store& store_;
  const Clock& clock_;
  const DayRule& rule_;
  bool looking_breaks_;
};

/// The period that counts now: the newest open one, else the newest.
template <class Period, class IsOpen>
const Period* pick_current(const std::vector<Period>& periods, const IsOpen& is_open) {
  const Period* current = nullptr;
  for (const Period& period : periods) {
    if (current == nullptr || is_open(period) || !is_open(*current)) current = &period;
  }
  return current;
}

}  // namespace lull
