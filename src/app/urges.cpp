#include "lull/app/urges.hpp"

#include <algorithm>

#include "lull/app/journal.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/store/records.hpp"
#include "sound_text.hpp"

namespace lull {
namespace {

constexpr std::int64_t kClockSlack = 60;

void require_words_or_nothing(const std::string& text) {
  if (!text.empty()) require_words("the urge", text, {});
}

bool accepts(const UrgeFilter& filter, const Urge& urge) {
  if (filter.from && urge.at.day < *filter.from) return false;
  if (filter.to && *filter.to < urge.at.day) return false;
  return !filter.channel || urge.channel == *filter.channel;
}

struct CountedTrigger {
  std::string words;
  std::string folded;
  int times = 0;
};

}  // namespace

Urge Urges::record(const UrgeDraft& draft) {
  const Instant now = clock_.now();
  const Instant at = draft.at.value_or(now);
  if (at - now > kClockSlack) {
    throw Error(ErrorKind::usage, "could not record the urge: its time lies in the future",
                "lull help dates");
  }
  require_words_or_nothing(draft.trigger);
  require_words_or_nothing(draft.note);
  Urge urge;
  urge.at = rule_.moment(at);
  urge.written = now;
  urge.channel = draft.channel;
  urge.strength = draft.strength;
  urge.strength_after = draft.strength_after;
  urge.minutes = draft.minutes;
  urge.trigger = draft.trigger;
  urge.note = draft.note;
  urge.outcome = draft.outcome;
  store_.change("urge add", [&](Change& change) { urge.id = insert(change, urge); });
  return urge;
}

std::vector<Urge> Urges::list(const UrgeFilter& filter) {
  std::vector<Urge> urges;
  if (filter.limit == 0) return urges;
  RowQuery query;
  query.newest_first = true;
  each<Urge>(store_, query, [&](Urge&& urge) {
    if (accepts(filter, urge)) urges.push_back(std::move(urge));
    return !filter.limit || urges.size() < static_cast<std::size_t>(*filter.limit);
  });
  return urges;
}

std::vector<std::string> Urges::earlier_triggers(std::size_t most) {
  std::vector<CountedTrigger> counted;
  for (const Urge& urge : list()) {
    if (urge.trigger.empty()) continue;
    const std::string folded = fold(urge.trigger);
    auto found = std::find_if(counted.begin(), counted.end(),
                              [&](const CountedTrigger& one) { return one.folded == folded; });
    if (found == counted.end()) found = counted.insert(found, {urge.trigger, folded, 0});
    ++found->times;
  }
  std::stable_sort(counted.begin(), counted.end(),
                   [](const auto& one, const auto& other) { return one.times > other.times; });
  std::vector<std::string> triggers;
  for (const CountedTrigger& one : counted) {
    if (triggers.size() < most) triggers.push_back(one.words);
  }
  return triggers;
}

}  // namespace lull
