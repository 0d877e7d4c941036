#include "lull/app/decisions.hpp"

#include "lull/app/silence.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/base/error.hpp"
#include "lull/base/zone.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

constexpr std::int64_t kDay = 86'400;
using Refusals = std::vector<DecisionRefusal>;

struct Desk {
  std::unique_ptr<Store> store = open_memory_store();
  FixedClock clock{Instant{1'795'212'000}};
  DayRule rule{ambient_zone()};
  Decisions decisions{*store, clock, rule};

  Day today() const { return rule.day_of(clock.now()); }
  void pass(std::int64_t seconds) { clock.move_to(clock.now() + seconds); }
  void begin(int days_ago, ApartFor reason = ApartFor::no, int length = 30) {
    QuietPeriod period;
    period.from = today() - days_ago;
    period.apart_for = reason;
    if (!period.for_safety()) period.length = length;
    Quiet(*store, clock, rule, false).begin(period, "");
  }
  void contact(int days_ago) {
    ContactDraft draft;
    draft.at = clock.now() - days_ago * kDay;
    Quiet(*store, clock, rule, false).record(draft);
  }
  void urge(int strength, int days_ago = 0) {
    Urge urge;
    urge.at = rule.moment(clock.now() - days_ago * kDay);
    urge.strength = strength;
    store->change("urge", [&](Change& change) { insert(change, urge); });
  }
  QuietPeriod period() { return *Quiet(*store, clock, rule, false).current_period(); }
  Refusals refusals(const DecisionDraft& draft) { return decisions.decide(draft).answer.refusals; }
};

// Nothing that the writer says stands in the way.
DecisionDraft yes() {
  DecisionDraft draft;
  draft.choice = Choice::reconnect;
  draft.afraid = Afraid::no;
  draft.they_want_it = TheyWantIt::said_so;
  return draft;
}

DecisionDraft choose(Choice choice) {
  DecisionDraft draft;
  draft.choice = choice;
  return draft;
}

}  // namespace

TEST_CASE("reconnecting takes two yeses a day apart, and the second closes the period",
          "[Decisions]") {
  Desk desk;
  desk.begin(40);
  DecisionDraft first = yes();
  first.reason = "we both changed";
  first.missing = "closeness";
  CHECK(desk.refusals(first) == Refusals{DecisionRefusal::first_yes_only});
  REQUIRE(desk.decisions.first_yes());
  CHECK_FALSE(desk.decisions.list()[0].confirmed);

  desk.pass(kDay - 1);
  CHECK(desk.refusals(yes()) == Refusals{DecisionRefusal::still_cooling});
  CHECK(desk.decisions.list().size() == 1);
  CHECK_FALSE(desk.period().closed_on);

  desk.pass(1);
  DecisionDraft second = yes();
  second.missing = "being known";
  const DecisionOutcome outcome = desk.decisions.decide(second);
  CHECK(outcome.answer.allowed);
  REQUIRE(outcome.stored);
  CHECK(outcome.stored->confirmed);
  CHECK(outcome.stored->reason == "we both changed");
  CHECK(outcome.stored->missing == "being known");
  CHECK(desk.period().closed_on == desk.today());
  CHECK(desk.period().closing == "reconnect");
  CHECK_FALSE(desk.decisions.first_yes());
}

TEST_CASE("whatever is chosen after a first yes takes it back", "[Decisions]") {
  Desk desk;
  desk.begin(40);
  desk.decisions.decide(yes());
  desk.pass(3600);
  desk.decisions.decide(choose(Choice::undecided));
  CHECK_FALSE(desk.decisions.first_yes());
  desk.pass(kDay);
  CHECK(desk.refusals(yes()) == Refusals{DecisionRefusal::first_yes_only});
}

TEST_CASE("a first yes of an earlier period does not count", "[Decisions]") {
  Desk desk;
  desk.begin(40);
  desk.decisions.decide(yes());
  QuietPeriod closed = desk.period();
  closed.closed_on = desk.today();
  desk.store->change("test", [&](Change& change) { update(change, closed); });
  desk.pass(50 * kDay);
  desk.begin(40);
  CHECK_FALSE(desk.decisions.first_yes());
  CHECK(desk.refusals(yes()) == Refusals{DecisionRefusal::first_yes_only});
}

TEST_CASE("what the journal knows stands in the way of reconnecting", "[Decisions]") {
  Desk desk;
  SECTION("a silence that is not complete") {
    desk.begin(10);
    CHECK(desk.refusals(yes()) == Refusals{DecisionRefusal::silence_not_complete});
  }
  SECTION("a break two days ago, and not one three days ago") {
    desk.begin(60);
    desk.contact(3);
    CHECK(desk.refusals(yes()) == Refusals{DecisionRefusal::first_yes_only});
    desk.contact(2);
    CHECK(desk.refusals(yes()) == Refusals{DecisionRefusal::break_lately});
  }
  SECTION("an urge of seven today, and not one of six, or of yesterday") {
    desk.begin(40);
    desk.urge(9, 1);
    desk.urge(6);
    CHECK(desk.refusals(yes()) == Refusals{DecisionRefusal::first_yes_only});
    desk.urge(7);
    desk.urge(2);
    CHECK(desk.refusals(yes()) == Refusals{DecisionRefusal::urge_today});
  }
  SECTION("fear or harm that the writer confirmed") {
    desk.begin(40);
    CHECK(desk.decisions.offers_reconnect());
    Verdicts verdicts(*desk.store, desk.clock, desk.rule);
    verdicts.judge(Theme::abuse_safety, ThemeVerdict::confirmed);
    CHECK_FALSE(desk.decisions.offers_reconnect());
    CHECK(desk.refusals(yes()) == Refusals{DecisionRefusal::harm_found});
    verdicts.judge(Theme::abuse_safety, ThemeVerdict::rejected);
    CHECK(desk.decisions.offers_reconnect());
  }
  CHECK(desk.decisions.list().size() <= 1);
}

TEST_CASE("a period for safety or by order never offers reconnecting", "[Decisions]") {
  for (const ApartFor reason :
       {ApartFor::safety, ApartFor::order_protects_me, ApartFor::order_binds_me}) {
    Desk desk;
    desk.begin(40, reason);
    CHECK_FALSE(desk.decisions.offers_reconnect());
    const DecisionOutcome outcome = desk.decisions.decide(yes());
    CHECK(outcome.answer.refusals == Refusals{DecisionRefusal::apart_for_safety});
    CHECK_FALSE(outcome.stored);
    CHECK(desk.decisions.list().empty());
  }
}

TEST_CASE("confirmed themes that have not changed are named", "[Decisions]") {
  Desk desk;
  desk.begin(40);
  Verdicts verdicts(*desk.store, desk.clock, desk.rule);
  verdicts.judge(Theme::conflict, ThemeVerdict::confirmed);
  verdicts.judge(Theme::distance, ThemeVerdict::confirmed);
  verdicts.judge(Theme::money_work, ThemeVerdict::rejected);
  ChangeDraft change;
  change.mine = Changed::yes;
  verdicts.note_change(Theme::distance, change);
  change.mine = Changed::no;
  verdicts.note_change(Theme::family_friends, change);
  const DecisionOutcome outcome = desk.decisions.decide(yes());
  CHECK(outcome.unchanged == std::vector<Theme>{Theme::conflict});
  CHECK(outcome.answer.notices == std::vector<DecisionNotice>{DecisionNotice::unchanged_themes});
}

TEST_CASE("part closes the period at once, with or without one", "[Decisions]") {
  Desk desk;
  CHECK(desk.decisions.decide(choose(Choice::part)).stored);
  desk.pass(3600);
  desk.begin(5);
  const DecisionOutcome outcome = desk.decisions.decide(choose(Choice::part));
  CHECK(outcome.answer.allowed);
  CHECK(desk.period().closed_on == desk.today());
  CHECK(desk.period().closing == "part");
  // A second one is kept and changes nothing.
  desk.pass(3 * kDay);
  CHECK(desk.decisions.decide(choose(Choice::part)).stored);
  CHECK(desk.period().closed_on == desk.today() - 3);
  CHECK(desk.decisions.list().size() == 3);
}

TEST_CASE("extend makes an open period longer by the days that were asked for", "[Decisions]") {
  Desk desk;
  desk.begin(40);
  DecisionDraft draft = choose(Choice::extend);
  draft.extend_days = 20;
  CHECK(desk.decisions.decide(draft).stored);
  CHECK(desk.period().length == 50);
  draft.extend_days = 4000;
  CHECK_THROWS_AS(desk.decisions.decide(draft), Error);
  CHECK(desk.period().length == 50);
  CHECK(desk.decisions.list().size() == 1);
  desk.decisions.decide(choose(Choice::part));
  CHECK_THROWS_AS(desk.decisions.decide(choose(Choice::extend)), Error);
}

TEST_CASE("extend has nothing to lengthen without a period, and leaves one for safety as it is",
          "[Decisions]") {
  Desk desk;
  CHECK_THROWS_AS(desk.decisions.decide(choose(Choice::extend)), Error);
  CHECK(desk.decisions.list().empty());
  desk.begin(10, ApartFor::safety);
  CHECK(desk.decisions.decide(choose(Choice::extend)).stored);
  CHECK_FALSE(desk.period().length);
}

TEST_CASE("an undecided page keeps its words and changes nothing", "[Decisions]") {
  Desk desk;
  desk.begin(40);
  DecisionDraft draft = choose(Choice::undecided);
  draft.to_a_friend = "wait";
  draft.must_differ = "how we talk";
  desk.decisions.decide(draft);
  REQUIRE(desk.decisions.list().size() == 1);
  CHECK(desk.decisions.list()[0].to_a_friend == "wait");
  CHECK(desk.decisions.list()[0].must_differ == "how we talk");
  CHECK_FALSE(desk.period().closed_on);
  CHECK(desk.period().length == 30);
}

TEST_CASE("text that is no UTF-8 is refused before anything is done", "[Decisions]") {
  Desk desk;
  desk.begin(40);
  DecisionDraft draft = choose(Choice::part);
  draft.reason = "\xff";
  CHECK_THROWS_AS(desk.decisions.decide(draft), Error);
  CHECK_FALSE(desk.period().closed_on);
}
