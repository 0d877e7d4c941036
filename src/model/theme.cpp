#include "lull/model/theme.hpp"

namespace lull {
namespace {

struct ThemeRow {
  Theme theme;
  std::string_view id;
  std::string_view label;
  ThemeFamily family;
  std::string_view definition;
};

constexpr std::array<ThemeRow, kThemeCount> kThemes{{
    {Theme::communication, "communication", "Talking and being heard", ThemeFamily::closeness,
     "not being able to talk, listen or raise things; silence, things left unsaid"},
    {Theme::trust_infidelity, "trust_infidelity", "Trust and betrayal", ThemeFamily::trust,
     "cheating, lying, secrets, a third person, or trust that was missing"},
    {Theme::emotional_intimacy, "emotional_intimacy", "Emotional closeness",
     ThemeFamily::closeness, "not close, not supported, one of the two withdrawn; alone together"},
    {Theme::physical_intimacy, "physical_intimacy", "Sex and touch", ThemeFamily::closeness,
     "sex or touch that did not fit, was missing or pressed for, or stood in for closeness"},
    {Theme::conflict, "conflict", "Fighting", ThemeFamily::friction,
     "arguments that were frequent, grew, or were never settled"},
    {Theme::contempt_criticism, "contempt_criticism", "Respect", ThemeFamily::friction,
     "criticism, insults, blame, feeling small"},
    {Theme::commitment_future, "commitment_future", "Commitment and future",
     ThemeFamily::direction,
     "not wanting, not sure of, or not working for a shared future: marriage, children, pace"},
    {Theme::values_lifestyle, "values_lifestyle", "Values, lifestyle, fit",
     ThemeFamily::direction, "beliefs, habits, interests or goals that did not fit"},
    {Theme::time_priority, "time_priority", "Time, effort, priority", ThemeFamily::direction,
     "coming last, one-sided effort, unequal chores, being taken for granted"},
    {Theme::distance, "distance", "Physical distance", ThemeFamily::direction,
     "living apart, moving away, the strain of long distance"},
    {Theme::autonomy_control, "autonomy_control", "Space, self, control", ThemeFamily::friction,
     "being controlled or smothered, losing oneself, or needing space"},
    {Theme::jealousy_insecurity, "jealousy_insecurity", "Jealousy and insecurity",
     ThemeFamily::friction, "jealousy, suspicion without betrayal, needing to be told"},
    {Theme::family_friends, "family_friends", "Family, friends, outsiders",
     ThemeFamily::circumstances, "relatives, children, friends, a culture, or having to hide"},
    {Theme::money_work, "money_work", "Money, work, study", ThemeFamily::circumstances,
     "money, no work, hours of work, a career or studies in the way"},
    {Theme::substance, "substance", "Alcohol, drugs, addictions", ThemeFamily::circumstances,
     "drinking, drugs, gambling or another compulsion between the two"},
    {Theme::mental_health_stress, "mental_health_stress", "Health and stress",
     ThemeFamily::circumstances, "depression, anxiety, illness, grief or outside stress"},
    {Theme::grew_apart_lost_love, "grew_apart_lost_love", "Drifted, lost love",
     ThemeFamily::closeness, "feelings that faded, drifting apart, being like friends"},
    {Theme::abuse_safety, "abuse_safety", "Fear and harm", ThemeFamily::safety,
     "violence, threats, force, stalking, fear"},
}};

const ThemeRow& row_of(Theme theme) { return kThemes.at(static_cast<std::size_t>(theme)); }

}  // namespace

std::string_view to_string(Theme theme) { return row_of(theme).id; }
std::string_view label_of(Theme theme) { return row_of(theme).label; }
std::string_view definition_of(Theme theme) { return row_of(theme).definition; }
ThemeFamily family_of(Theme theme) { return row_of(theme).family; }

std::string_view label_of(ThemeFamily family) {
  switch (family) {
    case ThemeFamily::closeness: return "Closeness";
    case ThemeFamily::friction: return "Friction";
    case ThemeFamily::trust: return "Trust";
    case ThemeFamily::direction: return "Direction";
    case ThemeFamily::circumstances: return "Circumstances";
    case ThemeFamily::safety: return "Safety";
  }
  return "";
}

std::string_view to_string(Whose whose) {
  switch (whose) {
    case Whose::mine: return "mine";
    case Whose::theirs: return "theirs";
    case Whose::ours: return "ours";
    case Whose::unclear: return "unclear";
  }
  return "";
}

std::optional<Theme> parse_theme(std::string_view id) {
  for (const ThemeRow& row : kThemes) {
    if (row.id == id) return row.theme;
  }
  return std::nullopt;
}

const std::array<Theme, kThemeCount>& all_themes() {
  static constexpr auto kAll = [] {
    std::array<Theme, kThemeCount> themes{};
    for (std::size_t i = 0; i < kThemeCount; ++i) themes[i] = kThemes[i].theme;
    return themes;
  }();
  return kAll;
}

}  // namespace lull
