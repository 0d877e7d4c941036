#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"

namespace lull {
namespace {

constexpr std::int64_t kClockSlack = 60;

// Whether it breaks the silence is decided anew only when what decides it was changed: a setting
// that is another one today does not reach back.
void apply(const ContactEdit& edit, Contact& contact, bool looking_breaks) {
  if (edit.channel) contact.channel = *edit.channel;
  if (edit.note) contact.note = *edit.note;
  if (!edit.direction && !edit.exception) return;
  if (edit.direction) contact.direction = *edit.direction;
  if (edit.exception) contact.exception = *edit.exception;
  contact.breaks = breaks_silence(contact, looking_breaks);
}

}  // namespace

void Quiet::require_past(Instant at) const {
  if (at - clock_.now() > kClockSlack) {
    throw Error(ErrorKind::usage, "could not record the contact: its time lies in the future",
                "lull help dates");
  }
}

void Quiet::require_sound_days(const Contact& contact) const {
  if (contact.last_day < contact.at.day || contact.last_day > today()) {
    throw Error(ErrorKind::usage,
                "could not record the contact: --until is before it began, or in the future",
                "lull help dates");
  }
}

// Under a lock the name is taken as it is said: recording asks for no passphrase.
void Quiet::require_exception(const std::string& name) {
  std::optional<QuietPeriod> period;
  try {
    period = current_period();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked) throw;
    return;
  }
  const std::vector<std::string> known = period ? period->exceptions : std::vector<std::string>{};
  if (name == "safety" || std::find(known.begin(), known.end(), name) != known.end()) return;
  throw Error(ErrorKind::usage, "could not record the contact: that exception was not named before",
              "safety always is one; lull streak exceptions list shows the others");
}

ContactOutcome Quiet::record(const ContactDraft& draft) {
  const Instant now = clock_.now();
  const Instant at = draft.at.value_or(now);
  require_past(at);
  if (!draft.exception.empty()) require_exception(draft.exception);
  Contact contact;
  contact.at = rule_.moment(at);
  contact.last_day = draft.until.value_or(contact.at.day);
  require_sound_days(contact);
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

ContactOutcome Quiet::edit(std::int64_t id, const ContactEdit& edit) {
  if (edit.at) require_past(*edit.at);
  if (edit.exception && !edit.exception->empty()) require_exception(*edit.exception);
  ContactOutcome outcome;
  outcome.before = streak();
  store_.change("contact edit", [&](Change& change) {
    outcome.contact = contact(id);
    Contact& edited = outcome.contact;
    const bool spans_days = edited.last_day > edited.at.day;
    if (edit.at) edited.at = rule_.moment(*edit.at);
    if (edit.at && !spans_days) edited.last_day = edited.at.day;
    if (edit.until) edited.last_day = *edit.until;
    require_sound_days(edited);
    apply(edit, edited, looking_breaks_);
    update(change, edited);
  });
  outcome.after = streak();
  return outcome;
}

ContactOutcome Quiet::remove(std::int64_t id) {
  ContactOutcome outcome;
  outcome.before = streak();
  store_.change("contact delete", [&](Change& change) {
    outcome.contact = contact(id);
    change.erase(TableId::contact, id);
  });
  outcome.after = streak();
  return outcome;
}

std::vector<Contact> Quiet::contacts() { return all<Contact>(store_); }

Contact Quiet::contact(std::int64_t id) {
  if (std::optional<Contact> found = find<Contact>(store_, id)) return std::move(*found);
  throw Error(ErrorKind::not_found, fmt::format("could not find contact {}", id),
              "lull contact list");
}

}  // namespace lull
