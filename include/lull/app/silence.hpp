#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
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

/// What an edit changes; nothing stays as it is.
struct ContactEdit {
  std::optional<Channel> channel;
  std::optional<Direction> direction;
  std::optional<Instant> at;  ///< a contact of one day moves whole
  std::optional<Day> until;
  std::optional<std::string> exception;  ///< "" takes it out from under its exception
  std::optional<std::string> note;
};

/// A contact that was recorded, changed or deleted, with what that did to the streak.
struct ContactOutcome {
  Contact contact;
  std::optional<Streak> before;  ///< nothing where there is no quiet period
  std::optional<Streak> after;
};

/// How a quiet period closes: its last day (today, or the last day that can be), and a word.
struct Closing {
  std::optional<Day> last_day;
  std::string how;  ///< one of closing_words(), or empty
};
/// "ended", "reconnect", "part".
const std::vector<std::string>& closing_words();

/// A run of quiet days with the contacts that ended it; none for the one that goes on.
struct EndedRun {
  Run run;
  std::vector<Contact> ended_by;
};
/// One quiet period with its runs. An empty run is left out.
struct PeriodHistory {
  QuietPeriod period;
  Streak streak;
  std::vector<EndedRun> runs;
};

/// The quiet: periods, contacts, and the numbers that follow from them. Whatever changes the open
/// period throws Error{refused} when there is none.
class Quiet {
 public:
  Quiet(Store& store, const Clock& clock, const DayRule& rule, bool looking_breaks)
      : store_(store), clock_(clock), rule_(rule), looking_breaks_(looking_breaks) {}

  /// Sets up a period and returns it with its id. `why`, when not empty, is kept as the first
  /// account. `earlier` closes the period before it in the same change, or says how it closed;
  /// without it an open one throws Error{refused}. Throws Error{usage} for days in the future.
  QuietPeriod begin(QuietPeriod period, const std::string& why,
                    const std::optional<Closing>& earlier = std::nullopt);
  /// Closes the open period. Throws Error{usage} for a day before it began or in the future.
  QuietPeriod end(const Closing& closing);
  /// Asks for `days` more. Throws Error{refused} for a period without a length, Error{usage} when
  /// it would be longer than kLongestPeriod.
  QuietPeriod extend(int days);
  /// Stores what a break does to the days to go.
  QuietPeriod choose_on_break(OnBreak rule);
  /// Writes an exception down. One that is there already is not written twice.
  QuietPeriod add_exception(const std::string& name);
  /// Takes an exception back; contacts recorded under it stay as they are. Throws
  /// Error{not_found}.
  QuietPeriod remove_exception(const std::string& name);

  /// The newest period that is not closed, else the newest, else nothing. Needs the key.
  std::optional<QuietPeriod> current_period();
  /// Streak of that same period, without the key; nothing where no period was begun.
  std::optional<Streak> streak();
  /// The clear facts of that period, without the key.
  std::optional<Silence> silence();
  std::optional<Streak> streak(const QuietPeriod& period);
  /// All periods, oldest first. Needs the key.
  std::vector<PeriodHistory> history();

  /// Records a contact. Throws Error{usage} for the future, an `until` before it, or an exception
  /// that was not named before, which a locked journal can't tell.
  ContactOutcome record(const ContactDraft& draft);
  /// Changes a contact; every number follows. Throws as record does, and Error{not_found}.
  ContactOutcome edit(std::int64_t id, const ContactEdit& edit);
  /// Deletes a contact; a break gives its days back. Throws Error{not_found}.
  ContactOutcome remove(std::int64_t id);
  std::vector<Contact> contacts();
  /// Throws Error{not_found}.
  Contact contact(std::int64_t id);

  Day today() const { return rule_.day_of(clock_.now()); }

 private:
  void require_past(Instant at) const;
  void require_sound_days(const Contact& contact) const;
  void require_exception(const std::string& name);
  QuietPeriod amend_open(std::string_view name, const std::function<void(QuietPeriod&)>& amend);
  void close(QuietPeriod& period, const Closing& closing) const;
  void settle_earlier(Change& change, const QuietPeriod& next, const Closing& closing);

  Store& store_;
  const Clock& clock_;
  const DayRule& rule_;
  bool looking_breaks_;
};

inline constexpr int kLongestPeriod = 3650;  ///< quiet days

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
