#include "lull/model/decision_rules.hpp"

#include <functional>
#include <set>
#include <string>

#include "support/catch.hpp"

using namespace lull;

namespace {

constexpr std::int64_t kDay = 86'400;
using Refusals = std::vector<DecisionRefusal>;
using Notices = std::vector<DecisionNotice>;

// Everything speaks for it: the second yes, a day after the first.
DecisionFacts ready_to_reconnect() {
  DecisionFacts facts;
  facts.choice = Choice::reconnect;
  facts.afraid = Afraid::no;
  facts.they_want_it = TheyWantIt::said_so;
  facts.period_complete = true;
  facts.now = Instant{1'800'000'000};
  facts.first_yes = facts.now - kDay;
  return facts;
}

}  // namespace

TEST_CASE("each guard of reconnecting refuses by itself and says why", "[DecisionRules]") {
  struct Guard {
    const char* name;
    std::function<void(DecisionFacts&)> change;
    Refusals refusals;
    DecisionStep next;
  };
  using R = DecisionRefusal;
  using S = DecisionStep;
  const Guard guards[] = {
      {"nothing", [](auto&) {}, {}, S::reconnect},
      {"for safety", [](auto& f) { f.for_safety = true; }, {R::apart_for_safety}, S::do_not_offer},
      {"harm in the pages", [](auto& f) { f.harm_found = true; }, {R::harm_found}, S::do_not_offer},
      {"afraid", [](auto& f) { f.afraid = Afraid::yes; }, {R::afraid}, S::show_help},
      {"unsaid",
       [](auto& f) { f.afraid = Afraid::rather_not_say; },
       {R::afraid_unsaid},
       S::show_help},
      {"they said no",
       [](auto& f) { f.they_want_it = TheyWantIt::no; },
       {R::they_do_not_want_it},
       S::do_not_offer},
      {"they asked for no contact",
       [](auto& f) { f.they_asked_for_no_contact = true; },
       {R::they_asked_for_no_contact},
       S::do_not_offer},
      {"not over", [](auto& f) { f.period_complete = false; }, {R::silence_not_complete}, S::wait},
      {"a break today", [](auto& f) { f.days_since_break = 0; }, {R::break_lately}, S::wait},
      {"a break two days ago", [](auto& f) { f.days_since_break = 2; }, {R::break_lately}, S::wait},
      {"a break three days ago", [](auto& f) { f.days_since_break = 3; }, {}, S::reconnect},
      {"an urge of 6", [](auto& f) { f.strongest_urge_today = 6; }, {}, S::reconnect},
      {"an urge of 7", [](auto& f) { f.strongest_urge_today = 7; }, {R::urge_today}, S::wait},
      {"no first yes",
       [](auto& f) { f.first_yes.reset(); },
       {R::first_yes_only},
       S::keep_first_yes},
      {"a second too soon",
       [](auto& f) { f.first_yes = f.now - (kDay - 1); },
       {R::still_cooling},
       S::wait},
      {"a clock set back", [](auto& f) { f.first_yes = f.now + 60; }, {R::still_cooling}, S::wait},
  };
  for (const Guard& guard : guards) {
    INFO(guard.name);
    DecisionFacts facts = ready_to_reconnect();
    guard.change(facts);
    const DecisionAnswer answer = judge(facts);
    CHECK(answer.refusals == guard.refusals);
    CHECK(answer.allowed == guard.refusals.empty());
    CHECK(answer.next == guard.next);
  }
}

TEST_CASE("the other choices always stand", "[DecisionRules]") {
  DecisionFacts worst;
  worst.for_safety = worst.harm_found = worst.they_asked_for_no_contact = true;
  worst.afraid = Afraid::yes;
  worst.they_want_it = TheyWantIt::no;
  worst.days_since_break = 0;
  worst.strongest_urge_today = 10;
  for (const Choice choice : {Choice::extend, Choice::part, Choice::undecided}) {
    worst.choice = choice;
    const DecisionAnswer answer = judge(worst);
    CHECK(answer.allowed);
    CHECK(answer.refusals.empty());
    CHECK(answer.notices.empty());
    CHECK(answer.with_help);
    CHECK(!answer.cooled_at);
  }
}

TEST_CASE("each choice has its own next step", "[DecisionRules]") {
  DecisionFacts facts;
  facts.choice = Choice::part;
  CHECK(judge(facts).next == DecisionStep::part);
  facts.choice = Choice::undecided;
  CHECK(judge(facts).next == DecisionStep::leave_open);
  facts.choice = Choice::extend;
  CHECK(judge(facts).next == DecisionStep::extend);
  CHECK(!judge(facts).with_help);
  facts.for_safety = true;
  CHECK(judge(facts).next == DecisionStep::leave_open);
}

TEST_CASE("who may be in danger gets one reason, and help with it", "[DecisionRules]") {
  DecisionFacts facts = ready_to_reconnect();
  facts.for_safety = facts.harm_found = true;
  facts.afraid = Afraid::yes;
  facts.they_want_it = TheyWantIt::no;
  facts.period_complete = false;
  CHECK(judge(facts).refusals == Refusals{DecisionRefusal::apart_for_safety});
  CHECK(judge(facts).with_help);
  facts.for_safety = false;
  CHECK(judge(facts).refusals == Refusals{DecisionRefusal::harm_found});
  CHECK(judge(facts).with_help);
}

TEST_CASE("help stands with every answer where someone may be in danger", "[DecisionRules]") {
  const auto with_help = [](const std::function<void(DecisionFacts&)>& change) {
    DecisionFacts facts = ready_to_reconnect();
    change(facts);
    return judge(facts).with_help;
  };
  CHECK(!with_help([](auto&) {}));
  CHECK(with_help([](auto& f) { f.for_safety = true; }));
  CHECK(with_help([](auto& f) { f.harm_found = true; }));
  CHECK(with_help([](auto& f) { f.afraid = Afraid::yes; }));
  CHECK(with_help([](auto& f) {
    f.harm_found = true;
    f.choice = Choice::part;
  }));
}

TEST_CASE("help comes before everything else, and after it the rules go on", "[DecisionRules]") {
  for (const Afraid answer : {Afraid::yes, Afraid::rather_not_say}) {
    DecisionFacts facts = ready_to_reconnect();
    facts.afraid = answer;
    facts.they_want_it = TheyWantIt::no;
    CHECK(judge(facts).next == DecisionStep::show_help);
    CHECK(judge(facts).refusals.size() == 1);
    facts.help_shown = true;
    CHECK(judge(facts).next == DecisionStep::do_not_offer);
    CHECK(judge(facts).with_help);
    facts.they_want_it = TheyWantIt::said_so;
    CHECK(judge(facts).next == DecisionStep::reconnect);
    CHECK(judge(facts).with_help);
  }
}

TEST_CASE("what only the other can change is answered without what time could change",
          "[DecisionRules]") {
  DecisionFacts facts = ready_to_reconnect();
  facts.they_want_it = TheyWantIt::no;
  facts.they_asked_for_no_contact = true;
  facts.period_complete = false;
  facts.unchanged_themes = 2;
  CHECK(judge(facts).refusals ==
        Refusals{DecisionRefusal::they_do_not_want_it, DecisionRefusal::they_asked_for_no_contact});
  CHECK(judge(facts).notices.empty());
}

TEST_CASE("what passes with time is told together", "[DecisionRules]") {
  DecisionFacts facts = ready_to_reconnect();
  facts.period_complete = false;
  facts.days_since_break = 1;
  facts.strongest_urge_today = 9;
  facts.first_yes.reset();
  const DecisionAnswer answer = judge(facts);
  CHECK(answer.refusals == Refusals{DecisionRefusal::silence_not_complete,
                                    DecisionRefusal::break_lately, DecisionRefusal::urge_today});
  CHECK(answer.next == DecisionStep::wait);
  CHECK(!answer.cooled_at);
}

TEST_CASE("unchanged reasons and an unknown wish are named and refuse nothing", "[DecisionRules]") {
  DecisionFacts facts = ready_to_reconnect();
  facts.unchanged_themes = 1;
  CHECK(judge(facts).notices == Notices{DecisionNotice::unchanged_themes});
  facts.they_want_it = TheyWantIt::dont_know;
  CHECK(judge(facts).notices ==
        Notices{DecisionNotice::unchanged_themes, DecisionNotice::wish_unknown});
  CHECK(judge(facts).allowed);
  facts.first_yes.reset();
  CHECK(judge(facts).notices.size() == 2);
}

TEST_CASE("a first yes can be given again one day later, to the second", "[DecisionRules]") {
  DecisionFacts facts = ready_to_reconnect();
  facts.first_yes.reset();
  const DecisionAnswer first = judge(facts);
  REQUIRE(first.cooled_at);
  CHECK(*first.cooled_at - facts.now == kDay);
  facts.first_yes = facts.now;
  facts.now = *first.cooled_at - 1;
  CHECK(!judge(facts).allowed);
  CHECK(judge(facts).cooled_at == first.cooled_at);
  facts.now = *first.cooled_at;
  CHECK(judge(facts).allowed);
}

TEST_CASE("skipped questions lead to help, never to a yes", "[DecisionRules]") {
  DecisionFacts facts;
  facts.choice = Choice::reconnect;
  CHECK(judge(facts).next == DecisionStep::show_help);
  CHECK(!judge(facts).allowed);
}

TEST_CASE("every refusal and notice has one sentence of its own", "[DecisionRules]") {
  std::set<std::string> sentences;
  for (int i = 0; i <= static_cast<int>(DecisionRefusal::still_cooling); ++i) {
    sentences.emplace(sentence_for(static_cast<DecisionRefusal>(i)));
  }
  sentences.emplace(sentence_for(DecisionNotice::unchanged_themes));
  sentences.emplace(sentence_for(DecisionNotice::wish_unknown));
  CHECK(sentences.size() == 13);
  for (const std::string& sentence : sentences) {
    INFO(sentence);
    CHECK(sentence.back() == '.');
    CHECK(sentence.find('!') == std::string::npos);
    CHECK(sentence.find("You are") == std::string::npos);
    CHECK(sentence.size() < 100);
  }
}
