#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lull/base/instant.hpp"
#include "lull/model/decision.hpp"

namespace lull {

/// "Have you been afraid of them?" A question that was skipped is `rather_not_say`.
enum class Afraid { no, yes, rather_not_say };
/// "Do they want it?" A question that was skipped is `dont_know`.
enum class TheyWantIt { said_so, dont_know, no };

std::string_view to_string(Afraid answer);      ///< "no", "yes", "rather-not-say"
std::string_view to_string(TheyWantIt answer);  ///< "said-so", "dont-know", "no"
std::optional<Afraid> parse_afraid(std::string_view word);
std::optional<TheyWantIt> parse_they_want_it(std::string_view word);

/// What `decide` knows when a choice is made.
struct DecisionFacts {
  Choice choice = Choice::undecided;
  bool for_safety = false;  ///< the period is for safety or by an order
  bool harm_found = false;  ///< the pages speak of fear or harm, and the writer did not reject it
  Afraid afraid = Afraid::rather_not_say;
  bool help_shown = false;  ///< where to get help was shown after that answer
  TheyWantIt they_want_it = TheyWantIt::dont_know;
  bool they_asked_for_no_contact = false;
  int unchanged_themes = 0;                 ///< confirmed, and not said to have changed
  bool period_complete = false;             ///< also true where there is no period with a length
  std::optional<int> days_since_break;      ///< 0 is today; nothing when there was none
  std::optional<int> strongest_urge_today;  ///< 1 to 10
  std::optional<Instant> first_yes;         ///< the yes that still waits for its second
  Instant now;
};

/// Why a choice does not stand now.
enum class DecisionRefusal {
  apart_for_safety,
  harm_found,
  afraid,
  afraid_unsaid,
  they_do_not_want_it,
  they_asked_for_no_contact,
  silence_not_complete,
  break_lately,
  urge_today,
  first_yes_only,  ///< nothing stands in the way but that this is the first yes
  still_cooling,
};

/// What is said before a yes is taken, and refuses nothing.
enum class DecisionNotice { unchanged_themes, wish_unknown };

/// What the program does next.
enum class DecisionStep {
  reconnect,       ///< the second yes: record it as confirmed
  extend,          ///< ask by how many days
  part,            ///< close at once and quietly
  leave_open,      ///< record it; nothing changes
  keep_first_yes,  ///< record it unconfirmed; it is asked again after a day
  wait,            ///< record nothing; what stands in the way passes with time
  show_help,       ///< show where to get help, then ask again with `help_shown`
  do_not_offer,    ///< record nothing; it is not the writer's to change
};

struct DecisionAnswer {
  bool allowed = false;
  std::vector<DecisionRefusal> refusals;  ///< gravest first; empty exactly when `allowed`
  std::vector<DecisionNotice> notices;
  bool with_help = false;  ///< where to get help is shown with the answer, whatever it is
  DecisionStep next = DecisionStep::wait;
  std::optional<Instant> cooled_at;  ///< when a first yes was given, now or before
};

/// The state rules of `decide`. Only reconnect has guards; the other choices always stand. In their
/// order: where someone may be in danger it is not offered, for one reason that is not argued; who
/// may have been afraid sees help before anything else; what only the other can change; what passes
/// with time, told together; and a second yes, at least a day after the first.
DecisionAnswer judge(const DecisionFacts& facts);

/// One sentence for the writer, without any word of the journal.
std::string_view sentence_for(DecisionRefusal refusal);
std::string_view sentence_for(DecisionNotice notice);

/// A day later: when a yes given at `first_yes` may be given again.
Instant cooled_at(Instant first_yes);

}  // namespace lull
