#include "lull/app/silence.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "lull/app/journal.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"

namespace lull {
namespace {

constexpr std::int64_t kClockSlack = 60;

Silence silence_of(const QuietPeriod& period) {
  return {period.from, period.length, period.on_break, period.closed_on};
}

bool is_open(const ClearPeriod& period) { return !period.silence.closed_on; }
bool is_open_period(const QuietPeriod& period) { return !period.closed_on; }

}  // namespace

QuietPeriod Quiet::begin(QuietPeriod period, const std::string& why) {
  const Instant now = clock_.now();
  if (period.from > rule_.day_of(now) ||
      (period.ended_on && *period.ended_on > rule_.day_of(now))) {
    throw Error(ErrorKind::usage, "could not begin: a day lies in the future", "lull help dates");
  }
  if (!why.empty()) require_sound_text(why);
  const std::vector<ClearPeriod> periods = clear_periods(store_);
  if (std::any_of(periods.begin(), periods.end(), is_open)) {
    throw Error(ErrorKind::refused, "could not begin: a quiet period is open already",
                "lull streak status shows it; lull begin --end closes it");
  }
  period.begun = rule_.moment(now);
  store_.change("begin", [&](Change& change) {
    period.id = insert(change, period);
    if (why.empty()) return;
    Entry account;
    account.at = period.begun;
    account.written = now;
    account.kind = EntryKind::first_account;
    account.text = why;
    account.tags = tags_in(why);
    insert(change, account);
  });
  return period;
}

std::optional<QuietPeriod> Quiet::current_period() {
  const std::vector<QuietPeriod> periods = all<QuietPeriod>(store_);
  const QuietPeriod* current = pick_current(periods, is_open_period);
  if (current == nullptr) return std::nullopt;
  return *current;
}

std::optional<Streak> Quiet::streak() {
  const std::vector<ClearPeriod> periods = clear_periods(store_);
  const ClearPeriod* current = pick_current(periods, is_open);
  if (current == nullptr) return std::nullopt;
  return streak_of(current->silence, clear_breaks(store_), today());
}

std::optional<Streak> Quiet::streak(const QuietPeriod& period) {
  return streak_of(silence_of(period), clear_breaks(store_), today());
}

void Quiet::require_past(Instant at) const {
  if (at - clock_.now() > kClockSlack) {
    throw Error(ErrorKind::usage, "could not record the contact: its time lies in the future",
                "lull help dates");
  }
}

void Quiet::require_exception(const std::string& name) {
  const std::optional<QuietPeriod> period = current_period();
  const std::vector<std::string> known = period ? period->exceptions : std::vector<std::string>{};
  if (name == "safety" || std::find(known.begin(), known.end(), name) != known.end()) return;
  throw Error(ErrorKind::usage, "could not record the contact: that exception was not named before",
              known.empty() ? "safety always is one; others are named at begin"
                            : fmt::format("named: safety, {}", fmt::join(known, ", ")));
}

ContactOutcome Quiet::record(const ContactDraft& draft) {
  const Instant now = clock_.now();
  const Instant at = draft.at.value_or(now);
  require_past(at);
  if (!draft.exception.empty()) require_exception(draft.exception);
  Contact contact;
  contact.at = rule_.moment(at);
  contact.last_day = draft.until.value_or(contact.at.day);
  if (contact.last_day < contact.at.day || contact.last_day > rule_.day_of(now)) {
    throw Error(ErrorKind::usage,
                "could not record the contact: --until is before it began, or in the future",
                "lull help dates");
  }
  contact.written = now;
  contact.channel = draft.channel;
  contact.direction = draft.direction;
  contact.exception = draft.exception;
  contact.note = draft.note;
  contact.breaks = breaks_silence(contact, looking_breaks_);

  ContactOutcome outcome;
  outcome.before = streak();
  store_.change("contact add", [&](Change& change) { contact.id = insert(change, contact); });
  outcome.after = streak();
  outcome.contact = std::move(contact);
  return outcome;
}

std::vector<Contact> Quiet::contacts() { return all<Contact>(store_); }

}  // namespace lull
