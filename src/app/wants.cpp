#include "lull/app/wants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"
#include "sound_text.hpp"

namespace lull {
namespace {

constexpr int kWeek = 7;

void require_sound_want(const Want& want) {
  require_words("the want", want.text, "lull want add TEXT --topic home");
  require_sound("the horizon", want.horizon);
  if (want.clarity && (*want.clarity < 1 || *want.clarity > 5)) {
    throw Error(ErrorKind::usage, "could not save the want: clarity goes from 1 to 5");
  }
}

bool says_the_same(const Want& one, const Want& other) {
  return one.source == other.source && one.topic == other.topic && one.text == other.text &&
         one.horizon == other.horizon && one.clarity == other.clarity;
}

const Want* version_on(const WantHistory& history, Day day) {
  const Want* standing = nullptr;
  for (const Want& version : history.versions) {
    if (version.at.day <= day) standing = &version;
  }
  return standing;
}

}  // namespace

WantHistory Wants::add(const WantDraft& draft) {
  Want want;
  want.at = rule_.moment(clock_.now());
  want.whose = draft.whose;
  want.source = draft.whose == WantWhose::mine ? WantSource::own : draft.source;
  want.topic = draft.topic;
  want.text = draft.text;
  want.horizon = draft.horizon;
  want.clarity = draft.clarity;
  return append({}, std::move(want), "want add");
}

WantHistory Wants::edit(std::int64_t id, const WantEdit& edit) {
  WantHistory history = find(id);
  Want next = history.newest();
  if (edit.source && next.whose == WantWhose::mine) {
    throw Error(ErrorKind::usage,
                "could not edit the want: it is yours, so it was neither guessed nor heard");
  }
  if (edit.source) next.source = *edit.source;
  if (edit.topic) next.topic = *edit.topic;
  if (edit.text) next.text = *edit.text;
  if (edit.horizon) next.horizon = *edit.horizon;
  if (edit.clarity) next.clarity = edit.clarity;
  if (says_the_same(next, history.newest())) {
    throw Error(ErrorKind::usage, "could not edit the want: nothing would change",
                "lull want edit 1 --clarity 4");
  }
  return append(std::move(history), std::move(next), "want edit");
}

WantHistory Wants::drop(std::int64_t id) {
  WantHistory history = find(id);
  Want next = history.newest();
  next.dropped = true;
  return append(std::move(history), std::move(next), "want drop");
}

std::vector<WantHistory> Wants::histories() { return histories_of(all<Want>(store_)); }

Day Wants::week_one() {
  const std::vector<QuietPeriod> periods = all<QuietPeriod>(store_);
  const QuietPeriod* current =
      pick_current(periods, [](const QuietPeriod& period) { return !period.closed_on; });
  if (current != nullptr) return current->from + (kWeek - 1);
  Day first = rule_.day_of(clock_.now());
  for (const Want& want : all<Want>(store_)) first = std::min(first, want.at.day);
  return first + (kWeek - 1);
}

// Any version's number leads to its want.
WantHistory Wants::find(std::int64_t id) {
  for (WantHistory& history : histories()) {
    if (std::none_of(history.versions.begin(), history.versions.end(),
                     [&](const Want& version) { return version.id == id; })) {
      continue;
    }
    if (history.newest().dropped) {
      throw Error(ErrorKind::refused, "could not change the want: it was dropped",
                  "lull want add takes it up again");
    }
    return std::move(history);
  }
  throw Error(ErrorKind::not_found, fmt::format("could not find want {}", id), "lull want list");
}

WantHistory Wants::append(WantHistory history, Want version, std::string_view name) {
  require_sound_want(version);
  version.replaces = history.versions.empty() ? 0 : history.newest().id;
  version.id = 0;
  version.uid = {};
  version.at = rule_.moment(clock_.now());
  store_.change(name, [&](Change& change) { version.id = insert(change, version); });
  history.versions.push_back(std::move(version));
  return history;
}

// By number and not by time: a clock that was set back must not turn versions around.
std::vector<WantHistory> histories_of(std::vector<Want> versions) {
  std::sort(versions.begin(), versions.end(),
            [](const Want& one, const Want& other) { return one.id < other.id; });
  std::vector<WantHistory> histories;
  std::map<std::int64_t, std::size_t> places;
  for (Want& version : versions) {
    const auto before = places.find(version.replaces);
    const std::size_t place = before == places.end() ? histories.size() : before->second;
    if (place == histories.size()) histories.emplace_back();
    places[version.id] = place;
    histories[place].versions.push_back(std::move(version));
  }
  return histories;
}

std::vector<Want> standing_wants(const std::vector<WantHistory>& histories) {
  std::vector<Want> wants;
  for (const WantHistory& history : histories) {
    if (history.newest().dropped) continue;
    wants.push_back(history.newest());
    wants.back().id = history.id();
  }
  return wants;
}

WantChange change_since(const WantHistory& history, Day day) {
  const Want* then = version_on(history, day);
  if (then == nullptr) return history.newest().dropped ? WantChange::dropped : WantChange::added;
  if (history.newest().dropped) return then->dropped ? WantChange::same : WantChange::dropped;
  return says_the_same(*then, history.newest()) ? WantChange::same : WantChange::changed;
}

std::string_view to_string(WantChange change) {
  switch (change) {
    case WantChange::same:
      return "same";
    case WantChange::added:
      return "added";
    case WantChange::changed:
      return "changed";
    case WantChange::dropped:
      return "dropped";
  }
  return "";
}

}  // namespace lull
