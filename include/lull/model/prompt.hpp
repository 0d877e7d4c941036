#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lull {

/// Whom a prompt speaks to. A person who has not said how it ended is `anyone`.
enum class PromptRole { anyone, ended, left, mutual };

/// The part of the silence a prompt belongs to. `any` fits every part, and the time without a
/// silence.
enum class PromptPhase { any, first, second, third, last, after };

/// What a prompt asks about. The names are stable: they are printed and exported.
enum class PromptTopic {
  day,
  body,
  self,
  support,
  gratitude,
  urge,
  honesty,
  reasons,
  change,
  closeness,
  sex,
  talking,
  family,
  wants,
  future,
};

inline constexpr std::size_t kPromptTopicCount = 15;

/// How much a prompt asks of the person. `heavy` ones ask why; `gentle` ones can be answered on a
/// bad day.
enum class PromptWeight { gentle, plain, heavy };

/// One question to write about. Its id is stable: it is stored with the entry that answers it.
struct Prompt {
  std::string_view id;
  PromptRole role{};
  PromptPhase phase{};
  PromptTopic topic{};
  PromptWeight weight = PromptWeight::plain;
  std::string_view text;  ///< one or two sentences, without a line break
};

std::string_view to_string(PromptRole role);      ///< "anyone", "ended", "left", "mutual"
std::string_view to_string(PromptPhase phase);    ///< "any", "first", ... "after"
std::string_view to_string(PromptTopic topic);    ///< "day", "honesty", ...
std::string_view to_string(PromptWeight weight);  ///< "gentle", "plain", "heavy"
const std::array<PromptTopic, kPromptTopicCount>& all_prompt_topics();

/// The part of the silence on `day_number`, 1 being its first day. `last` is the last seven days of
/// a period, but never its first seven; `third` is everything between the second week and those. A
/// `period_length` of 0 has no end, so neither `last` nor `after`; a `day_number` of 0 or less is
/// `any`.
PromptPhase prompt_phase(std::int64_t day_number, std::int64_t period_length);

}  // namespace lull
