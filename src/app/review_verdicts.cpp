#include <algorithm>

#include "review_parts.hpp"

namespace lull {
namespace {

// A theme that the writer confirmed stays even where the pages give no evidence: their word beats
// the count.
ThemeFinding finding_without_evidence(const Review& review, Theme theme) {
  ThemeFinding finding;
  finding.theme = theme;
  const int weeks = (review.span.last - review.span.first) / 7 + 1;
  finding.weeks.assign(static_cast<std::size_t>(weeks), 0);
  return finding;
}

}  // namespace

void fill_verdicts(Review& review, const std::vector<Verdict>& verdicts) {
  if (review.safety) return;
  for (const Verdict& verdict : verdicts) {
    auto finding =
        std::find_if(review.themes.begin(), review.themes.end(),
                     [&](const ThemeFinding& known) { return known.theme == verdict.theme; });
    if (finding == review.themes.end()) {
      if (verdict.verdict != ThemeVerdict::confirmed) continue;
      finding = review.themes.insert(finding, finding_without_evidence(review, verdict.theme));
    }
    finding->verdict = verdict;
  }
  std::stable_partition(review.themes.begin(), review.themes.end(),
                        [](const ThemeFinding& finding) {
                          return finding.verdict.verdict != ThemeVerdict::rejected;
                        });
}

}  // namespace lull
