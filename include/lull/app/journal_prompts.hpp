#pragma once

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/store/store.hpp"
#include "lull/text/prompts.hpp"

namespace lull {

/// What the choice of today's prompt rests on: role and day from the period that counts now, mood,
/// topics and used prompts from the entries before today, so that it stays the same all day.
PromptSituation prompt_situation(Store& store, const Clock& clock, const DayRule& rule);

}  // namespace lull
