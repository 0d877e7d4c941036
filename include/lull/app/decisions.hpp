#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/model/decision.hpp"
#include "lull/model/decision_rules.hpp"
#include "lull/model/quiet_period.hpp"
#include "lull/model/theme.hpp"
#include "lull/store/store.hpp"
#include "lull/text/codebook.hpp"

namespace lull {

/// What the writer says when they decide. Fear and what the other wants are asked for reconnect
/// alone, and are never stored.
struct DecisionDraft {
  static constexpr int kExtendDays = 14;

  Choice choice = Choice::undecided;
  std::string reason;
  std::string to_a_friend;
  std::string missing;
  std::string must_differ;
  Afraid afraid = Afraid::rather_not_say;
  bool help_shown = false;
  TheyWantIt they_want_it = TheyWantIt::dont_know;
  bool they_asked_for_no_contact = false;
  int extend_days = kExtendDays;  ///< from 1
};

/// What became of it.
struct DecisionOutcome {
  DecisionAnswer answer;
  std::optional<Decision> stored;     ///< nothing when nothing was recorded
  std::vector<Theme> unchanged;       ///< confirmed themes not said to have changed
  std::optional<QuietPeriod> period;  ///< as it stands now
};

/// Deciding at the end of a silence, by the rules of model/decision_rules.
class Decisions {
 public:
  /// Pages are read by `codebook` where it matters whether they speak of fear or harm.
  Decisions(Store& store, const Clock& clock, const DayRule& rule,
            Codebook codebook = Codebook::built_in())
      : store_(store), clock_(clock), rule_(rule), codebook_(std::move(codebook)) {}

  /// False where the period is for safety or by order, or the pages speak of fear or harm: then
  /// reconnecting is no choice at all, and help is named first.
  bool offers_reconnect();
  /// A yes of this period that waits for its second.
  std::optional<Decision> first_yes();
  /// Judges the choice and, when it stands, does it: part closes the period today, extend makes it
  /// longer, a second yes closes it for a talk. A first yes is stored unconfirmed; its words go
  /// over to the second where that brings none. Throws Error{usage} for text that is not UTF-8, and
  /// Error{refused} for extend where no open period has a length.
  DecisionOutcome decide(const DecisionDraft& draft);
  /// All, oldest first.
  std::vector<Decision> list();

 private:
  DecisionFacts gather(const DecisionDraft& draft, const std::optional<QuietPeriod>& period,
                       const std::vector<Theme>& unchanged);
  bool harm_found(const std::optional<QuietPeriod>& period);
  std::optional<Decision> first_yes(const std::optional<QuietPeriod>& period);
  void carry_out(DecisionOutcome& outcome, const DecisionDraft& draft);

  Store& store_;
  const Clock& clock_;
  const DayRule& rule_;
  Codebook codebook_;
};

}  // namespace lull
