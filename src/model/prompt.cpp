#include "lull/model/prompt.hpp"

namespace lull {
namespace {

constexpr std::int64_t kWeek = 7;

constexpr std::array<std::string_view, 4> kRoles{"anyone", "ended", "left", "mutual"};
constexpr std::array<std::string_view, 6> kPhases{"any",   "first", "second",
                                                  "third", "last",  "after"};
constexpr std::array<std::string_view, 3> kWeights{"gentle", "plain", "heavy"};
constexpr std::array<std::string_view, kPromptTopicCount> kTopics{
    "day",    "body",      "self", "support", "gratitude", "urge",  "honesty", "reasons",
    "change", "closeness", "sex",  "talking", "family",    "wants", "future",
};

}  // namespace

std::string_view to_string(PromptRole role) { return kRoles.at(static_cast<std::size_t>(role)); }
std::string_view to_string(PromptPhase phase) {
  return kPhases.at(static_cast<std::size_t>(phase));
}
std::string_view to_string(PromptTopic topic) {
  return kTopics.at(static_cast<std::size_t>(topic));
}
std::string_view to_string(PromptWeight weight) {
  return kWeights.at(static_cast<std::size_t>(weight));
}

const std::array<PromptTopic, kPromptTopicCount>& all_prompt_topics() {
  static constexpr auto kAll = [] {
    std::array<PromptTopic, kPromptTopicCount> topics{};
    for (std::size_t i = 0; i < kPromptTopicCount; ++i) topics[i] = static_cast<PromptTopic>(i);
    return topics;
  }();
  return kAll;
}

PromptPhase prompt_phase(std::int64_t day_number, std::int64_t period_length) {
  if (day_number <= 0) return PromptPhase::any;
  const bool has_end = period_length > 0;
  if (has_end && day_number > period_length) return PromptPhase::after;
  if (day_number <= kWeek) return PromptPhase::first;
  if (has_end && day_number > period_length - kWeek) return PromptPhase::last;
  return day_number <= 2 * kWeek ? PromptPhase::second : PromptPhase::third;
}

}  // namespace lull
