#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/quiet_period.hpp"
#include "lull/model/verdict.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// What the writer says about a change; what is not set stays as it was said before.
struct ChangeDraft {
  std::optional<Changed> mine;
  std::optional<Changed> theirs;
  std::optional<std::string> why;
};

/// The newest verdict on each theme, in the order of the themes. Those from before `period` began
/// belong to an earlier one and are left out; without a period all count.
std::vector<Verdict> standing_verdicts(Store& store, const std::optional<QuietPeriod>& period);

/// Sentences of which the writer said that they are no evidence for a theme: they are not used
/// again.
class SetAside {
 public:
  SetAside() = default;
  explicit SetAside(Store& store);

  bool holds(Theme theme, std::string_view sentence) const;

 private:
  std::set<std::pair<Theme, std::int64_t>> sentences_;
};

/// The writer's own word on themes. Each is kept; the newest of the period counts.
class Verdicts {
 public:
  Verdicts(Store& store, const Clock& clock, const DayRule& rule)
      : store_(store), clock_(clock), rule_(rule) {}

  /// Confirms or rejects a theme; what was said of its change stays.
  Verdict judge(Theme theme, ThemeVerdict verdict);
  /// Sets one sentence aside: it is no evidence for the theme, which stands as it stood.
  Verdict set_aside(Theme theme, std::string_view sentence);
  /// Throws Error{usage} when nothing is said, and for text that is not UTF-8.
  Verdict note_change(Theme theme, const ChangeDraft& draft);
  /// Of the period that counts now.
  std::vector<Verdict> standing();

 private:
  Verdict next_on(Theme theme);
  Verdict store(Verdict verdict, std::string_view name);

  Store& store_;
  const Clock& clock_;
  const DayRule& rule_;
};

}  // namespace lull
