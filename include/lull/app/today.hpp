#pragma once

#include <optional>

#include "lull/app/reminders.hpp"
#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/due.hpp"
#include "lull/model/prompt.hpp"
#include "lull/model/settings.hpp"
#include "lull/model/streak.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// What `today` shows. None of it holds a word of the journal.
struct TodayView {
  std::optional<Silence> silence;  ///< nothing where no quiet period was begun
  std::optional<Streak> streak;
  const Prompt* prompt = nullptr;  ///< by day only
  std::optional<Due> due;          ///< by day only, and none that the first line says already
};

/// Reads the journal, or as much of it as can be read without the key. `unsaved_since`: the oldest
/// change that no backup holds.
TodayView gather_today(Store& store, const Clock& clock, const DayRule& rule,
                       const Settings& settings, const ReminderNotes& notes,
                       std::optional<Day> unsaved_since);

}  // namespace lull
