#include "lull/app/silence.hpp"

#include <algorithm>

#include "lull/app/journal.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"
#include "sound_text.hpp"

namespace lull {
namespace {

Silence silence_of(const QuietPeriod& period) {
  return {period.from, period.length, period.on_break, period.closed_on};
}

bool is_open(const ClearPeriod& period) { return !period.silence.closed_on; }
bool is_open_period(const QuietPeriod& period) { return !period.closed_on; }

Entry first_account(const std::string& why, const Moment& begun) {
  Entry account;
  account.at = begun;
  account.written = begun.instant;
  account.kind = EntryKind::first_account;
  account.text = why;
  account.tags = tags_in(why);
  return account;
}

// The contacts whose break touches the day after the run.
std::vector<Contact> enders_of(const Run& run, const std::vector<Contact>& contacts) {
  std::vector<Contact> enders;
  for (const Contact& contact : contacts) {
    const DaySpan days{contact.at.day, std::max(contact.at.day, contact.last_day)};
    if (contact.breaks && days.contains(run.last + 1)) enders.push_back(contact);
  }
  return enders;
}

}  // namespace

const std::vector<std::string>& closing_words() {
  static const std::vector<std::string> words{"ended", "reconnect", "part"};
  return words;
}

QuietPeriod Quiet::begin(QuietPeriod period, const std::string& why,
                         const std::optional<Closing>& earlier) {
  const Instant now = clock_.now();
  if (period.from > rule_.day_of(now) ||
      (period.ended_on && *period.ended_on > rule_.day_of(now))) {
    throw Error(ErrorKind::usage, "could not begin: a day lies in the future", "lull help dates");
  }
  if (!why.empty()) require_words("why it ended", why, "lull begin --why TEXT");
  period.begun = rule_.moment(now);
  store_.change("begin", [&](Change& change) {
    if (earlier) settle_earlier(change, period, *earlier);
    const std::vector<ClearPeriod> periods = clear_periods(store_);
    if (std::any_of(periods.begin(), periods.end(), is_open)) {
      throw Error(ErrorKind::refused, "could not begin: a quiet period is open already",
                  "lull streak status shows it; lull begin --end closes it");
    }
    period.id = insert(change, period);
    if (!why.empty()) insert(change, first_account(why, period.begun));
  });
  return period;
}

// The two were in touch on the day from which the next one counts, so the earlier ends there.
void Quiet::settle_earlier(Change& change, const QuietPeriod& next, const Closing& closing) {
  std::optional<QuietPeriod> earlier = current_period();
  if (!earlier) return;
  if (earlier->closed_on) {
    if (!earlier->closing.empty()) return;
    earlier->closing = closing.how;
  } else {
    const Day last = std::max(earlier->from, next.from);
    close(*earlier, {closing.last_day.value_or(last), closing.how});
  }
  update(change, *earlier);
}

void Quiet::close(QuietPeriod& period, const Closing& closing) const {
  const Day last = closing.last_day.value_or(today());
  if (last < period.from || last > today()) {
    throw Error(ErrorKind::usage,
                "could not close the quiet period: its last day is before it began, or in the "
                "future",
                "lull help dates");
  }
  period.closed_on = last;
  period.closing = closing.how;
}

QuietPeriod Quiet::amend_open(std::string_view name,
                              const std::function<void(QuietPeriod&)>& amend) {
  QuietPeriod amended;
  store_.change(name, [&](Change& change) {
    const std::optional<QuietPeriod> period = current_period();
    if (!period || period->closed_on) {
      throw Error(ErrorKind::refused, "could not change the quiet period: none is open",
                  "lull begin");
    }
    amended = *period;
    amend(amended);
    update(change, amended);
  });
  return amended;
}

QuietPeriod Quiet::end(const Closing& closing) {
  return amend_open("begin --end", [&](QuietPeriod& period) { close(period, closing); });
}

QuietPeriod Quiet::extend(int days) {
  return amend_open("streak extend", [&](QuietPeriod& period) {
    if (!period.length) {
      throw Error(ErrorKind::refused,
                  "could not extend the quiet period: it has no length; it only counts");
    }
    if (days < 1 || days > kLongestPeriod - *period.length) {
      throw Error(ErrorKind::usage,
                  "could not extend the quiet period: it would be longer than ten years",
                  "lull streak extend 14");
    }
    *period.length += days;
  });
}

QuietPeriod Quiet::choose_on_break(OnBreak rule) {
  return amend_open("streak rule", [&](QuietPeriod& period) {
    period.on_break = rule;
    period.on_break_chosen = true;
  });
}

QuietPeriod Quiet::add_exception(const std::string& name) {
  require_words("the exception", name, "lull streak exceptions add children");
  return amend_open("exception add", [&](QuietPeriod& period) {
    auto& names = period.exceptions;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  });
}

QuietPeriod Quiet::remove_exception(const std::string& name) {
  return amend_open("exception remove", [&](QuietPeriod& period) {
    auto& names = period.exceptions;
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      throw Error(ErrorKind::not_found, "could not remove the exception: none has that name",
                  "lull streak exceptions list");
    }
    names.erase(found);
  });
}

std::optional<QuietPeriod> Quiet::current_period() {
  const std::vector<QuietPeriod> periods = all<QuietPeriod>(store_);
  const QuietPeriod* current = pick_current(periods, is_open_period);
  if (current == nullptr) return std::nullopt;
  return *current;
}

std::optional<Silence> Quiet::silence() {
  const std::vector<ClearPeriod> periods = clear_periods(store_);
  const ClearPeriod* current = pick_current(periods, is_open);
  if (current == nullptr) return std::nullopt;
  return current->silence;
}

std::optional<Streak> Quiet::streak() {
  const std::optional<Silence> current = silence();
  if (!current) return std::nullopt;
  return streak_of(*current, store_.breaks(), today());
}

std::optional<Streak> Quiet::streak(const QuietPeriod& period) {
  return streak_of(silence_of(period), store_.breaks(), today());
}

std::vector<PeriodHistory> Quiet::history() {
  const std::vector<Contact> known = contacts();
  std::vector<PeriodHistory> histories;
  for (QuietPeriod& period : all<QuietPeriod>(store_)) {
    PeriodHistory history{std::move(period), {}, {}};
    history.streak = *streak(history.period);
    const Day end = history.streak.current.last;
    for (const Run& run : history.streak.runs) {
      if (run.days == 0) continue;
      const bool goes_on = run.last == end;
      history.runs.push_back({run, goes_on ? std::vector<Contact>{} : enders_of(run, known)});
    }
    histories.push_back(std::move(history));
  }
  return histories;
}

}  // namespace lull
