#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/text_span.hpp"

namespace lull {

/// The eighteen reasons the codebook knows. Their names are stable: they are stored and exported.
enum class Theme {
  communication,
  trust_infidelity,
  emotional_intimacy,
  physical_intimacy,
  conflict,
  contempt_criticism,
  commitment_future,
  values_lifestyle,
  time_priority,
  distance,
  autonomy_control,
  jealousy_insecurity,
  family_friends,
  money_work,
  substance,
  mental_health_stress,
  grew_apart_lost_love,
  abuse_safety,
};

inline constexpr std::size_t kThemeCount = 18;

/// Families of themes, as the review groups them.
enum class ThemeFamily { closeness, friction, trust, direction, circumstances, safety };

/// Whose part of it the sentence says it was. Never a verdict on who was right.
enum class Whose { unclear, mine, theirs, ours };

std::string_view to_string(Theme theme);      ///< the stable id: "money_work"
std::string_view label_of(Theme theme);       ///< for people: "Money, work, study"
std::string_view definition_of(Theme theme);  ///< one line that says what belongs here
ThemeFamily family_of(Theme theme);
std::string_view label_of(ThemeFamily family);
std::string_view to_string(Whose whose);  ///< "mine", "theirs", "ours", "unclear"
std::optional<Theme> parse_theme(std::string_view id);
const std::array<Theme, kThemeCount>& all_themes();

/// Why a theme was found: one sentence of the text, and the words in it that decided.
struct Evidence {
  Theme theme{};
  TextSpan sentence;            ///< within the text that was searched
  std::vector<TextSpan> words;  ///< within the same text, in order, not overlapping; never empty
  double strength = 0;          ///< over 0, up to 1
  Whose whose = Whose::unclear;
};

}  // namespace lull
