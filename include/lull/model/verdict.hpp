#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lull/base/day_rule.hpp"
#include "lull/model/theme.hpp"
#include "lull/model/uid.hpp"

namespace lull {

/// What the writer said of a theme: it beats the count.
enum class ThemeVerdict { none, confirmed, rejected };
/// Whether it has changed, as far as the writer knows.
enum class Changed { unasked, yes, no, unsure };

std::string_view to_string(ThemeVerdict verdict);
std::string_view to_string(Changed changed);
std::optional<ThemeVerdict> parse_theme_verdict(std::string_view word);
std::optional<Changed> parse_changed(std::string_view word);

/// The writer's word on one theme within one quiet period.
struct Verdict {
  std::int64_t id = 0;
  Uid uid;
  Moment at;
  Theme theme{};
  ThemeVerdict verdict = ThemeVerdict::none;
  Changed mine = Changed::unasked;
  Changed theirs = Changed::unasked;  ///< cannot be known in silence: a question for the talk
  std::string why;
  /// Over 0: the verdict is on one sentence alone, and this is its mark; no word of it is kept.
  std::int64_t sentence = 0;
};

/// The mark of a sentence: the same for the same bytes, and over 0 (FNV-1a of 64 bits).
std::int64_t mark_of(std::string_view sentence);

}  // namespace lull
