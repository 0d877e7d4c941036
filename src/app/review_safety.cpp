#include <fmt/format.h>

#include <algorithm>

#include "lull/text/helplines.hpp"
#include "review_parts.hpp"

namespace lull {
namespace {

std::string line_of(const Helpline& help) {
  std::string line(help.name);
  for (const std::string_view way : {help.phone, help.text, help.web}) {
    if (!way.empty())
      line += fmt::format("{} {}", line.size() == help.name.size() ? ":" : ",", way);
  }
  return line;
}

// What fear and harm would twist: contradictions would read like an accusation, and what was
// coerced would count as closeness.
void leave_out_reasons(Review& review) {
  review.themes.clear();
  review.entries_without_reason = 0;
  review.entries_unread = 0;
  review.first_account.clear();
  review.has_first_account = false;
  review.contradictions.clear();
  review.phrases.clear();
  review.emotional_quotes.clear();
  review.physical_quotes.clear();
  review.emotional_days = review.physical_days = review.urges_for_sex = 0;
  review.my_wants.clear();
  review.their_wants.clear();
  review.questions.clear();
  review.markers.clear();
  review.talks.clear();
  review.checkins.clear();
}

}  // namespace

void settle_safety(Review& review, const std::string& country) {
  const auto fear = std::find_if(
      review.themes.begin(), review.themes.end(),
      [](const ThemeFinding& finding) { return finding.theme == Theme::abuse_safety; });
  if (fear != review.themes.end()) {
    // Never ranked among the reasons: it leads the page, or the writer has rejected it.
    review.safety |= fear->verdict.verdict != ThemeVerdict::rejected;
    review.themes.erase(fear);
  }
  if (!review.safety) return;
  leave_out_reasons(review);
  for (const Helpline& help : helplines_for(country, HelpNeed::abuse)) {
    review.help_lines.push_back(line_of(help));
  }
  for (const Helpline& help : international_helplines(HelpNeed::abuse)) {
    review.help_lines.push_back(line_of(help));
  }
}

}  // namespace lull
