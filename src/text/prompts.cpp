#include "lull/text/prompts.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace lull {
namespace {

constexpr std::int64_t kDaysWithoutHeavy = 3;
constexpr int kLowMood = 3;

bool fits_safety(const Prompt& prompt) {
  if (prompt.role != PromptRole::anyone || prompt.weight != PromptWeight::gentle) return false;
  switch (prompt.topic) {
    case PromptTopic::day:
    case PromptTopic::body:
    case PromptTopic::self:
    case PromptTopic::support:
    case PromptTopic::gratitude:
    case PromptTopic::future:
      return true;
    default:
      return false;
  }
}

// FNV-1a: an order of the prompts that has nothing to do with their order in the table.
std::uint64_t shuffle_key(std::string_view id) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

// Smaller is offered first. The members stand in the order of their importance.
using Rank = std::tuple<std::ptrdiff_t, int, bool, bool>;

Rank rank_of(const Prompt& prompt, const PromptSituation& situation) {
  const auto& used = situation.used_ids;
  const auto& written = situation.written_topics;
  const bool low = situation.mood && *situation.mood <= kLowMood;
  return {std::count(used.begin(), used.end(), prompt.id),
          low ? static_cast<int>(prompt.weight) : 0,
          std::find(written.begin(), written.end(), prompt.topic) != written.end(),
          prompt.role == PromptRole::anyone && prompt.phase == PromptPhase::any};
}

// A day later is a place further, so that a prompt left unanswered gives way to the next one.
const Prompt* of_the_day(std::vector<const Prompt*> level, std::int64_t day) {
  if (level.empty()) return nullptr;
  std::sort(level.begin(), level.end(), [](const Prompt* a, const Prompt* b) {
    return std::pair(shuffle_key(a->id), a->id) < std::pair(shuffle_key(b->id), b->id);
  });
  const auto count = static_cast<std::int64_t>(level.size());
  return level[static_cast<std::size_t>(((day % count) + count) % count)];
}

}  // namespace

const Prompt* find_prompt(std::string_view id) {
  for (const Prompt& prompt : all_prompts()) {
    if (prompt.id == id) return &prompt;
  }
  return nullptr;
}

std::optional<PromptTopic> topic_of(Theme theme) {
  switch (theme) {
    case Theme::communication:
    case Theme::conflict:
    case Theme::contempt_criticism:
      return PromptTopic::talking;
    case Theme::emotional_intimacy:
    case Theme::distance:
    case Theme::grew_apart_lost_love:
      return PromptTopic::closeness;
    case Theme::physical_intimacy:
      return PromptTopic::sex;
    case Theme::trust_infidelity:
      return PromptTopic::honesty;
    case Theme::commitment_future:
      return PromptTopic::future;
    case Theme::values_lifestyle:
      return PromptTopic::wants;
    case Theme::autonomy_control:
    case Theme::jealousy_insecurity:
      return PromptTopic::self;
    case Theme::family_friends:
      return PromptTopic::family;
    case Theme::mental_health_stress:
      return PromptTopic::body;
    case Theme::time_priority:
    case Theme::money_work:
    case Theme::substance:
      return PromptTopic::reasons;
    case Theme::abuse_safety:
      return std::nullopt;
  }
  return std::nullopt;
}

bool prompt_fits(const Prompt& prompt, const PromptSituation& situation) {
  if (prompt.role != PromptRole::anyone && prompt.role != situation.role) return false;
  const PromptPhase phase = prompt_phase(situation.day_number, situation.period_length);
  if (prompt.phase != PromptPhase::any && prompt.phase != phase) return false;
  const bool early = situation.day_number > 0 && situation.day_number <= kDaysWithoutHeavy;
  if (early && prompt.weight == PromptWeight::heavy) return false;
  return !situation.apart_for_safety || fits_safety(prompt);
}

const Prompt* choose_prompt(const PromptSituation& situation, std::span<const Prompt> among) {
  std::vector<const Prompt*> level;
  Rank best{};
  for (const Prompt& prompt : among) {
    if (!prompt_fits(prompt, situation)) continue;
    const Rank rank = rank_of(prompt, situation);
    if (!level.empty() && best < rank) continue;
    if (level.empty() || rank < best) level.clear();
    best = rank;
    level.push_back(&prompt);
  }
  return of_the_day(std::move(level), situation.day);
}

}  // namespace lull
