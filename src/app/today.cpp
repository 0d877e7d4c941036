#include "lull/app/today.hpp"

#include <algorithm>

#include "lull/app/pause.hpp"
#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"
#include "lull/text/prompts.hpp"

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

// As it stood when the day began, so that the prompt stays the same all day.
void add_what_was_written(PromptSituation& situation, Store& store, Day since, Day today) {
  each<Entry>(store, {}, [&](Entry&& entry) {
    if (entry.trashed_on || entry.at.day < since || today <= entry.at.day) return true;
    if (entry.mood) situation.mood = entry.mood;
    if (const Prompt* prompt = find_prompt(entry.prompt)) {
      situation.used_ids.push_back(entry.prompt);
      situation.written_topics.push_back(prompt->topic);
    }
    return true;
  });
}

// A period without a length is one for safety: that much is known without the key.
const Prompt* prompt_for(Store& store, const std::optional<Silence>& silence, Day today) {
  PromptSituation situation;
  situation.day = today.number;
  if (silence && !silence->closed_on) {
    situation.day_number = std::max(1, today - silence->from);
    situation.period_length = silence->length.value_or(0);
    situation.apart_for_safety = !silence->length;
  }
  try {
    Day since{};
    for (const QuietPeriod& period : all<QuietPeriod>(store)) {
      if (!silence || period.closed_on || period.from != silence->from) continue;
      situation.role = role_of(period.ended_by);
      since = period.from;
    }
    add_what_was_written(situation, store, since, today);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked) throw;
  }
  return choose_prompt(situation);
}

// The first line says already that the review is open.
std::optional<Due> most_pressing(const DueFacts& facts) {
  for (const Due one : due(facts)) {
    if (one != Due::review) return one;
  }
  return std::nullopt;
}

}  // namespace

TodayView gather_today(Store& store, const Clock& clock, const DayRule& rule,
                       const Settings& settings, const ReminderNotes& notes,
                       std::optional<Day> unsaved_since) {
  Quiet quiet(store, clock, rule, settings.looking_breaks);
  TodayView view;
  view.silence = quiet.silence();
  view.streak = quiet.streak();
  const Instant now = clock.now();
  if (is_night(rule.zone().to_local(now).seconds / 3600)) return view;
  const Day today = rule.day_of(now);
  view.prompt = prompt_for(store, view.silence, today);
  DueFacts facts = gather_due(store, clock, rule, settings, notes);
  facts.unsaved_since = unsaved_since;
  view.due = most_pressing(facts);
  return view;
}

}  // namespace lull
