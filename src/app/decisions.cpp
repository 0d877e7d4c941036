#include "lull/app/decisions.hpp"

#include <algorithm>

#include "lull/app/silence.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/base/error.hpp"
#include "lull/store/records.hpp"
#include "lull/text/findings.hpp"
#include "sound_text.hpp"

namespace lull {
namespace {

std::vector<Theme> unchanged_themes(const std::vector<Verdict>& verdicts) {
  std::vector<Theme> themes;
  for (const Verdict& verdict : verdicts) {
    const bool changed = verdict.mine == Changed::yes || verdict.theirs == Changed::yes;
    if (verdict.verdict == ThemeVerdict::confirmed && !changed &&
        verdict.theme != Theme::abuse_safety) {
      themes.push_back(verdict.theme);
    }
  }
  return themes;
}

std::optional<int> days_since_break(Store& store, Day today) {
  std::optional<int> days;
  for (const DaySpan& broken : store.breaks()) {
    const int since = today - std::min(broken.last, today);
    days = std::min(days.value_or(since), since);
  }
  return days;
}

std::optional<int> strongest_urge(Store& store, Day today) {
  std::optional<int> strongest;
  each<Urge>(store, {}, [&](Urge&& urge) {
    if (urge.at.day == today && urge.strength) {
      strongest = std::max(strongest.value_or(0), *urge.strength);
    }
    return true;
  });
  return strongest;
}

void require_sound_draft(const DecisionDraft& draft) {
  for (const std::string* text :
       {&draft.reason, &draft.to_a_friend, &draft.missing, &draft.must_differ}) {
    require_sound("the decision", *text);
  }
}

// The second yes stands on what was said with the first, where it brings no words of its own.
void take_over_words(Decision& decision, const Decision& first) {
  const auto take = [](std::string& mine, const std::string& earlier) {
    if (mine.empty()) mine = earlier;
  };
  take(decision.reason, first.reason);
  take(decision.to_a_friend, first.to_a_friend);
  take(decision.missing, first.missing);
  take(decision.must_differ, first.must_differ);
}

void lengthen(std::optional<QuietPeriod>& period, int days) {
  if (!period || period->closed_on || !period->length) {
    throw Error(ErrorKind::refused, "could not extend: no open quiet period has a length",
                "lull begin sets one up");
  }
  if (days < 1 || *period->length + days > kLongestPeriod) {
    throw Error(ErrorKind::usage, "could not extend: the silence would be longer than ten years");
  }
  period->length = *period->length + days;
}

void close(std::optional<QuietPeriod>& period, Day today, Choice choice) {
  if (!period || period->closed_on) return;
  period->closed_on = std::max(today, period->from);
  period->closing = to_string(choice);
}

bool records(DecisionStep step) {
  return step != DecisionStep::wait && step != DecisionStep::show_help &&
         step != DecisionStep::do_not_offer;
}

}  // namespace

bool Decisions::offers_reconnect() {
  const auto period = Quiet(store_, clock_, rule_, false).current_period();
  return !(period && period->for_safety()) && !harm_found(period);
}

std::optional<Decision> Decisions::first_yes() {
  return first_yes(Quiet(store_, clock_, rule_, false).current_period());
}

// Only the newest decision can wait: whatever was chosen after a yes takes it back.
std::optional<Decision> Decisions::first_yes(const std::optional<QuietPeriod>& period) {
  const std::vector<Decision> decisions = list();
  if (decisions.empty()) return std::nullopt;
  const Decision& newest = decisions.back();
  const bool waits = newest.choice == Choice::reconnect && !newest.confirmed;
  if (!waits || (period && newest.at.day < period->from)) return std::nullopt;
  return newest;
}

std::vector<Decision> Decisions::list() { return all<Decision>(store_); }

// The writer's own word beats what is found in the pages, both ways.
bool Decisions::harm_found(const std::optional<QuietPeriod>& period) {
  for (const Verdict& verdict : standing_verdicts(store_, period)) {
    if (verdict.theme != Theme::abuse_safety || verdict.verdict == ThemeVerdict::none) continue;
    return verdict.verdict == ThemeVerdict::confirmed;
  }
  bool found = false;
  each<Entry>(store_, {}, [&](Entry&& entry) {
    if (entry.trashed_on || (period && entry.at.day < period->from)) return true;
    const std::vector<Evidence> evidence = find_themes(entry.text, codebook_);
    found = std::any_of(evidence.begin(), evidence.end(),
                        [](const Evidence& one) { return one.theme == Theme::abuse_safety; });
    return !found;
  });
  return found;
}

DecisionFacts Decisions::gather(const DecisionDraft& draft,
                                const std::optional<QuietPeriod>& period,
                                const std::vector<Theme>& unchanged) {
  const Day today = rule_.day_of(clock_.now());
  DecisionFacts facts;
  facts.choice = draft.choice;
  facts.now = clock_.now();
  facts.for_safety = period && period->for_safety();
  facts.harm_found = harm_found(period);
  facts.afraid = draft.afraid;
  facts.help_shown = draft.help_shown;
  facts.they_want_it = draft.they_want_it;
  facts.they_asked_for_no_contact = draft.they_asked_for_no_contact;
  facts.unchanged_themes = static_cast<int>(unchanged.size());
  const auto streak = period ? Quiet(store_, clock_, rule_, false).streak(*period) : std::nullopt;
  facts.period_complete = !streak || !streak->length || streak->complete();
  facts.days_since_break = days_since_break(store_, today);
  facts.strongest_urge_today = strongest_urge(store_, today);
  if (const auto first = first_yes(period)) facts.first_yes = first->at.instant;
  return facts;
}

DecisionOutcome Decisions::decide(const DecisionDraft& draft) {
  require_sound_draft(draft);
  DecisionOutcome outcome;
  outcome.period = Quiet(store_, clock_, rule_, false).current_period();
  outcome.unchanged = unchanged_themes(standing_verdicts(store_, outcome.period));
  outcome.answer = judge(gather(draft, outcome.period, outcome.unchanged));
  if (records(outcome.answer.next)) carry_out(outcome, draft);
  return outcome;
}

void Decisions::carry_out(DecisionOutcome& outcome, const DecisionDraft& draft) {
  const Day today = rule_.day_of(clock_.now());
  Decision decision;
  decision.at = rule_.moment(clock_.now());
  decision.choice = draft.choice;
  decision.reason = draft.reason;
  decision.to_a_friend = draft.to_a_friend;
  decision.missing = draft.missing;
  decision.must_differ = draft.must_differ;
  const DecisionStep step = outcome.answer.next;
  if (step == DecisionStep::reconnect) {
    decision.confirmed = true;
    if (const auto first = first_yes(outcome.period)) take_over_words(decision, *first);
  }
  if (step == DecisionStep::part || step == DecisionStep::reconnect) {
    close(outcome.period, today, draft.choice);
  } else if (step == DecisionStep::extend) {
    lengthen(outcome.period, draft.extend_days);
  }
  store_.change("decide", [&](Change& change) {
    decision.id = insert(change, decision);
    const bool changes_period =
        step != DecisionStep::leave_open && step != DecisionStep::keep_first_yes;
    if (changes_period && outcome.period) update(change, *outcome.period);
  });
  outcome.stored = std::move(decision);
}

}  // namespace lull
