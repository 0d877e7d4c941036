// What a review shows of the time after the silence: verdicts, wants, decisions, talks, check-ins.
#include "lull/app/reviewer.hpp"
#include "lull/app/silence.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/app/wants.hpp"
#include "lull/base/zone.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

constexpr std::int64_t kDay = 86'400;

struct Desk {
  std::unique_ptr<Store> store = open_memory_store();
  FixedClock clock{Instant{1'795'212'000}};
  DayRule rule{ambient_zone()};

  explicit Desk(ApartFor reason = ApartFor::no) {
    QuietPeriod period;
    period.from = today() - 10;
    period.apart_for = reason;
    if (!period.for_safety()) period.length = 30;
    Quiet(*store, clock, rule, false).begin(period, "");
  }

  Day today() const { return rule.day_of(clock.now()); }
  void pass_days(int days) { clock.move_to(clock.now() + days * kDay); }
  Review review() {
    ReviewRequest request;
    request.preview = true;
    return gather_review(*store, clock, rule, request);
  }
  Review review(DaySpan days) {
    ReviewRequest request;
    request.days = days;
    return gather_review(*store, clock, rule, request);
  }
  template <class Noun>
  void put(Noun noun) {
    noun.at = rule.moment(clock.now());
    store->change("test", [&](Change& change) { insert(change, noun); });
  }
  void want(WantWhose whose, const std::string& text) {
    WantDraft draft;
    draft.whose = whose;
    draft.text = text;
    draft.topic = WantTopic::home;
    Wants(*store, clock, rule).add(draft);
  }
};

}  // namespace

TEST_CASE("a confirmed theme stays without evidence, a rejected one is kept apart", "[Reviewer]") {
  Desk desk;
  Verdicts verdicts(*desk.store, desk.clock, desk.rule);
  verdicts.judge(Theme::conflict, ThemeVerdict::confirmed);
  verdicts.judge(Theme::distance, ThemeVerdict::rejected);
  const Review review = desk.review();
  REQUIRE(review.themes.size() == 1);
  CHECK(review.themes[0].theme == Theme::conflict);
  CHECK(review.themes[0].verdict.verdict == ThemeVerdict::confirmed);
  CHECK(review.themes[0].days == 0);
  CHECK(review.themes[0].weeks.size() == 2);
}

TEST_CASE("the review puts wants on two sides and asks about theirs", "[Reviewer]") {
  Desk desk;
  desk.want(WantWhose::mine, "a garden");
  desk.want(WantWhose::theirs, "a flat in town");
  const Review review = desk.review();
  REQUIRE(review.my_wants.size() == 1);
  CHECK(review.my_wants[0].text == "a garden");
  REQUIRE(review.their_wants.size() == 1);
  CHECK(review.their_wants[0].text == "a flat in town");
  REQUIRE(review.questions.size() == 1);
  CHECK(review.questions[0].text ==
        "About home, you guessed of them: “a flat in town”. What do they say?");
}

TEST_CASE("a review of days shows wants as they stood on the last of them", "[Reviewer]") {
  Desk desk;
  desk.want(WantWhose::mine, "a garden");
  const Day then = desk.today();
  desk.pass_days(5);
  Wants(*desk.store, desk.clock, desk.rule).drop(1);
  desk.want(WantWhose::mine, "a balcony");
  const Review earlier = desk.review({then - 5, then});
  REQUIRE(earlier.my_wants.size() == 1);
  CHECK(earlier.my_wants[0].text == "a garden");
  const Review now = desk.review();
  REQUIRE(now.my_wants.size() == 1);
  CHECK(now.my_wants[0].text == "a balcony");
  CHECK(desk.review({then - 5, then - 1}).my_wants.empty());
}

TEST_CASE("the review shows what was decided, talked and checked", "[Reviewer]") {
  Desk desk;
  Decision decision;
  decision.reason = "not yet";
  desk.put(decision);
  desk.put(Talk{});
  CheckIn checkin;
  checkin.happy = 6;
  desk.put(checkin);
  const Review review = desk.review();
  REQUIRE(review.decisions.size() == 1);
  CHECK(review.decisions[0].reason == "not yet");
  CHECK(review.talks.size() == 1);
  REQUIRE(review.checkins.size() == 1);
  CHECK(review.checkins[0].happy == 6);
  CHECK(desk.review({desk.today() - 5, desk.today() - 1}).decisions.empty());
}

TEST_CASE("talks after the period was closed belong to its review", "[Reviewer]") {
  Desk desk;
  QuietPeriod period = *Quiet(*desk.store, desk.clock, desk.rule, false).current_period();
  period.closed_on = desk.today();
  desk.store->change("test", [&](Change& change) { update(change, period); });
  desk.pass_days(3);
  desk.put(Talk{});
  CHECK(desk.review().talks.size() == 1);
}

TEST_CASE("a review for safety keeps decisions and leaves the rest out", "[Reviewer]") {
  Desk desk(ApartFor::safety);
  Verdicts(*desk.store, desk.clock, desk.rule).judge(Theme::conflict, ThemeVerdict::confirmed);
  desk.want(WantWhose::theirs, "a flat in town");
  desk.put(Decision{});
  desk.put(Talk{});
  desk.put(CheckIn{});
  const Review review = desk.review();
  CHECK(review.safety);
  CHECK(review.decisions.size() == 1);
  CHECK(review.themes.empty());
  CHECK(review.their_wants.empty());
  CHECK(review.questions.empty());
  CHECK(review.talks.empty());
  CHECK(review.checkins.empty());
}
