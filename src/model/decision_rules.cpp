#include "lull/model/decision_rules.hpp"

#include "name_table.hpp"

namespace lull {
namespace {

constexpr int kDaysWithoutBreak = 3;
constexpr int kStrongUrge = 7;
constexpr std::int64_t kCoolingSeconds = 86'400;

constexpr NameTable kAfraid{{
    Name{Afraid::no, "no"},
    Name{Afraid::yes, "yes"},
    Name{Afraid::rather_not_say, "rather-not-say"},
}};

constexpr NameTable kTheyWantIt{{
    Name{TheyWantIt::said_so, "said-so"},
    Name{TheyWantIt::dont_know, "dont-know"},
    Name{TheyWantIt::no, "no"},
}};

constexpr NameTable kRefusals{{
    Name{DecisionRefusal::apart_for_safety,
         "This time apart is for safety or by an order, so reconnecting is not offered."},
    Name{DecisionRefusal::harm_found,
         "You wrote about fear or harm, so reconnecting is not offered here."},
    Name{DecisionRefusal::afraid,
         "You said that you have been afraid of them, so where to get help comes first."},
    Name{DecisionRefusal::afraid_unsaid,
         "Whether you have been afraid of them stays unsaid, so where to get help comes first."},
    Name{DecisionRefusal::they_do_not_want_it, "They do not want it; only they can change that."},
    Name{DecisionRefusal::they_asked_for_no_contact,
         "They asked for no contact; only they can change that."},
    Name{DecisionRefusal::silence_not_complete, "The silence is not complete yet."},
    Name{DecisionRefusal::break_lately, "The last break is less than three days ago."},
    Name{DecisionRefusal::urge_today, "You recorded an urge of 7 or more today."},
    Name{DecisionRefusal::first_yes_only,
         "This yes is kept, and it counts when you give it again after a day."},
    Name{DecisionRefusal::still_cooling, "Your first yes is less than a day old."},
}};

constexpr NameTable kNotices{{
    Name{DecisionNotice::unchanged_themes,
         "Reasons that you confirmed have not changed, as far as you wrote."},
    Name{DecisionNotice::wish_unknown,
         "Whether they want it is not known; that is theirs to say, and no is an answer."},
}};

std::vector<DecisionRefusal> theirs_to_change(const DecisionFacts& facts) {
  std::vector<DecisionRefusal> refusals;
  if (facts.they_want_it == TheyWantIt::no) {
    refusals.push_back(DecisionRefusal::they_do_not_want_it);
  }
  if (facts.they_asked_for_no_contact) {
    refusals.push_back(DecisionRefusal::they_asked_for_no_contact);
  }
  return refusals;
}

std::vector<DecisionRefusal> passing_with_time(const DecisionFacts& facts) {
  std::vector<DecisionRefusal> refusals;
  if (!facts.period_complete) refusals.push_back(DecisionRefusal::silence_not_complete);
  if (facts.days_since_break && *facts.days_since_break < kDaysWithoutBreak) {
    refusals.push_back(DecisionRefusal::break_lately);
  }
  if (facts.strongest_urge_today && *facts.strongest_urge_today >= kStrongUrge) {
    refusals.push_back(DecisionRefusal::urge_today);
  }
  return refusals;
}

std::vector<DecisionNotice> notices_for(const DecisionFacts& facts) {
  std::vector<DecisionNotice> notices;
  if (facts.unchanged_themes > 0) notices.push_back(DecisionNotice::unchanged_themes);
  if (facts.they_want_it == TheyWantIt::dont_know) {
    notices.push_back(DecisionNotice::wish_unknown);
  }
  return notices;
}

DecisionAnswer refused(std::vector<DecisionRefusal> refusals, DecisionStep next) {
  DecisionAnswer answer;
  answer.refusals = std::move(refusals);
  answer.next = next;
  return answer;
}

DecisionAnswer allowed(DecisionStep next) {
  DecisionAnswer answer;
  answer.allowed = true;
  answer.next = next;
  return answer;
}

DecisionAnswer judge_yes(const DecisionFacts& facts) {
  const Instant cooled = cooled_at(facts.first_yes.value_or(facts.now));
  DecisionAnswer answer;
  if (!facts.first_yes) {
    answer = refused({DecisionRefusal::first_yes_only}, DecisionStep::keep_first_yes);
  } else if (facts.now < cooled) {
    answer = refused({DecisionRefusal::still_cooling}, DecisionStep::wait);
  } else {
    answer = allowed(DecisionStep::reconnect);
  }
  answer.cooled_at = cooled;
  return answer;
}

DecisionAnswer judge_reconnect(const DecisionFacts& facts) {
  if (facts.for_safety) {
    return refused({DecisionRefusal::apart_for_safety}, DecisionStep::do_not_offer);
  }
  if (facts.harm_found) return refused({DecisionRefusal::harm_found}, DecisionStep::do_not_offer);
  if (facts.afraid != Afraid::no && !facts.help_shown) {
    const bool said = facts.afraid == Afraid::yes;
    return refused({said ? DecisionRefusal::afraid : DecisionRefusal::afraid_unsaid},
                   DecisionStep::show_help);
  }
  if (auto refusals = theirs_to_change(facts); !refusals.empty()) {
    return refused(std::move(refusals), DecisionStep::do_not_offer);
  }
  auto refusals = passing_with_time(facts);
  DecisionAnswer answer =
      refusals.empty() ? judge_yes(facts) : refused(std::move(refusals), DecisionStep::wait);
  answer.notices = notices_for(facts);
  return answer;
}

DecisionAnswer judge_choice(const DecisionFacts& facts) {
  switch (facts.choice) {
    case Choice::reconnect:
      return judge_reconnect(facts);
    case Choice::part:
      return allowed(DecisionStep::part);
    case Choice::undecided:
      return allowed(DecisionStep::leave_open);
    // Without a length there is nothing to extend: such a period goes on by itself.
    case Choice::extend:
      return allowed(facts.for_safety ? DecisionStep::leave_open : DecisionStep::extend);
  }
  return allowed(DecisionStep::leave_open);
}

}  // namespace

std::string_view to_string(Afraid answer) { return kAfraid.word_of(answer); }
std::string_view to_string(TheyWantIt answer) { return kTheyWantIt.word_of(answer); }
std::optional<Afraid> parse_afraid(std::string_view word) { return kAfraid.parse(word); }
std::optional<TheyWantIt> parse_they_want_it(std::string_view word) {
  return kTheyWantIt.parse(word);
}

DecisionAnswer judge(const DecisionFacts& facts) {
  DecisionAnswer answer = judge_choice(facts);
  answer.with_help = facts.for_safety || facts.harm_found ||
                     (facts.choice == Choice::reconnect && facts.afraid != Afraid::no);
  return answer;
}

std::string_view sentence_for(DecisionRefusal refusal) { return kRefusals.word_of(refusal); }
std::string_view sentence_for(DecisionNotice notice) { return kNotices.word_of(notice); }

Instant cooled_at(Instant first_yes) { return first_yes + kCoolingSeconds; }

}  // namespace lull
