#include "lull/app/journal_prompts.hpp"

#include <algorithm>

#include "lull/app/entry_filter.hpp"
#include "lull/app/silence.hpp"
#include "lull/store/records.hpp"

namespace lull {
namespace {

PromptRole role_of(EndedBy who) {
  switch (who) {
    case EndedBy::me:
      return PromptRole::ended;
    case EndedBy::them:
      return PromptRole::left;
    case EndedBy::mutual:
      return PromptRole::mutual;
    case EndedBy::unsaid:
      break;
  }
  return PromptRole::anyone;
}

void read_period(const QuietPeriod& period, Day today, PromptSituation& situation) {
  situation.role = role_of(period.ended_by);
  situation.apart_for_safety = period.for_safety();
  if (period.closed_on) return;
  situation.day_number = std::max(1, today - period.from);
  situation.period_length = period.length.value_or(0);
}

void read_entries(Store& store, const EntryFilter& filter, PromptSituation& situation) {
  each<Entry>(store, filter.rows(), [&](Entry&& entry) {
    if (!filter.accepts(entry)) return true;
    if (entry.mood) situation.mood = entry.mood;
    if (entry.prompt.empty()) return true;
    situation.used_ids.push_back(entry.prompt);
    if (const Prompt* prompt = find_prompt(entry.prompt)) {
      situation.written_topics.push_back(prompt->topic);
    }
    return true;
  });
}

}  // namespace

PromptSituation prompt_situation(Store& store, const Clock& clock, const DayRule& rule) {
  const Day today = rule.day_of(clock.now());
  PromptSituation situation;
  situation.day = today.number;
  EntryFilter filter;
  filter.newest_first = false;
  filter.to = today - 1;
  const std::vector<QuietPeriod> periods = all<QuietPeriod>(store);
  const QuietPeriod* period =
      pick_current(periods, [](const QuietPeriod& known) { return !known.closed_on; });
  if (period != nullptr) {
    read_period(*period, today, situation);
    filter.from = period->from;
  }
  read_entries(store, filter, situation);
  return situation;
}

}  // namespace lull
