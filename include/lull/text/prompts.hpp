#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lull/model/prompt.hpp"
#include "lull/model/theme.hpp"

namespace lull {

/// What the choice of a prompt rests on, all of it as it stood when the journal day began: passing
/// what was written since would change the prompt in the course of the day.
struct PromptSituation {
  PromptRole role = PromptRole::anyone;
  std::int64_t day_number = 0;     ///< 1 on the first day of the silence, 0 when there is none
  std::int64_t period_length = 0;  ///< days, 0 when the silence has no end
  bool apart_for_safety =
      false;                ///< for safety or by order: nothing about the other person is asked
  std::optional<int> mood;  ///< 1 to 10, the last one recorded
  std::vector<PromptTopic> written_topics;  ///< what has been written about; doubles do no harm
  std::vector<std::string> used_ids;        ///< prompts of this period, once for each time used
  std::int64_t day = 0;                     ///< the journal day's number, any fixed origin
};

/// Every prompt of this build, grouped by topic. The texts were written for this project.
std::span<const Prompt> all_prompts();

/// The prompt of that id, or null.
const Prompt* find_prompt(std::string_view id);

/// The topic that a theme is written about under, or nothing where no prompt may touch it (fear and
/// harm).
std::optional<PromptTopic> topic_of(Theme theme);

/// Whether the prompt may be offered at all: right role and phase, nothing heavy in the first three
/// days, and in a period for safety only gentle ones that ask about the writer's own days.
bool prompt_fits(const Prompt& prompt, const PromptSituation& situation);

/// The prompt of the day, by rule: the same for the same situation. Among those that fit, one used
/// least often (so none comes twice before all have come once); of these, at a mood of 3 or less,
/// the lightest; then a topic not written about yet; then one meant for this role or this phase.
/// What is still level takes turns by the day, so an unanswered prompt is not there again tomorrow.
/// Null if nothing fits.
const Prompt* choose_prompt(const PromptSituation& situation,
                            std::span<const Prompt> among = all_prompts());

}  // namespace lull
