#include "lull/app/checkins.hpp"

#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
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
  CheckIns checkins{*store, clock, rule};

  Day today() const { return rule.day_of(clock.now()); }
  void pass_days(int days) { clock.move_to(clock.now() + days * kDay); }
  void decide(Choice choice, bool confirmed = false) {
    Decision decision;
    decision.at = rule.moment(clock.now());
    decision.choice = choice;
    decision.confirmed = confirmed;
    store->change("decide", [&](Change& change) { insert(change, decision); });
  }
};

CheckIn of(const std::string& who) {
  CheckIn set;
  set.who = who;
  return set;
}

}  // namespace

TEST_CASE("the sets of one sitting are stored together or not at all", "[CheckIns]") {
  Desk desk;
  CheckIn good = of("Robin");
  good.happy = 10;
  good.takes_over = 0;
  CheckIn bad = of("Sam");
  bad.tired = 11;
  CHECK_THROWS_AS(desk.checkins.add({good, bad}), Error);
  bad.tired = -1;
  CHECK_THROWS_AS(desk.checkins.add({good, bad}), Error);
  bad.tired = 0;
  bad.takes_over = 11;
  CHECK_THROWS_AS(desk.checkins.add({good, bad}), Error);
  bad.takes_over.reset();
  bad.note = "\xff";
  CHECK_THROWS_AS(desk.checkins.add({good, bad}), Error);
  CHECK(desk.checkins.list().empty());
  bad.note = "tired";
  const auto stored = desk.checkins.add({good, bad});
  REQUIRE(stored.size() == 2);
  CHECK(stored[0].id == 1);
  CHECK(stored[1].id == 2);
  CHECK(desk.checkins.list()[1].note == "tired");
  CHECK(desk.checkins.list()[0].at.instant == desk.clock.now());
}

TEST_CASE("two who check in together have two names", "[CheckIns]") {
  Desk desk;
  CHECK_THROWS_AS(desk.checkins.add({of("Robin"), of("")}), Error);
  CHECK_THROWS_AS(desk.checkins.add({of("Robin"), of("robin")}), Error);
  CHECK(desk.checkins.add({of("")}).size() == 1);
}

TEST_CASE("check-ins are kept after a confirmed reconnect alone, or when switched on",
          "[CheckIns]") {
  Desk desk;
  CHECK_FALSE(desk.checkins.plan(false, 7).next);
  desk.decide(Choice::reconnect);
  CHECK_FALSE(desk.checkins.plan(false, 7).next);
  CHECK(desk.checkins.plan(true, 7).next == desk.today());
  desk.decide(Choice::reconnect, true);
  CHECK(desk.checkins.plan(false, 7).next == desk.today() + 7);
  CHECK(desk.checkins.plan(false, 3).next == desk.today() + 3);
  desk.decide(Choice::undecided);
  CHECK_FALSE(desk.checkins.plan(false, 7).next);
}

TEST_CASE("the next check-in is due from the last one on", "[CheckIns]") {
  Desk desk;
  desk.decide(Choice::reconnect, true);
  desk.pass_days(5);
  desk.checkins.add({of("")});
  const Day then = desk.today();
  desk.pass_days(2);
  CHECK(desk.checkins.plan(false, 7).next == then + 7);
  CHECK(desk.checkins.plan(true, 7).next == then + 7);
}

TEST_CASE("after parting nothing is due, until a new period is begun", "[CheckIns]") {
  Desk desk;
  desk.decide(Choice::part);
  CHECK(desk.checkins.plan(true, 7).parted);
  CHECK_FALSE(desk.checkins.plan(true, 7).next);
  desk.pass_days(30);
  QuietPeriod period;
  period.from = desk.today();
  Quiet(*desk.store, desk.clock, desk.rule, false).begin(period, "");
  CHECK_FALSE(desk.checkins.plan(true, 7).parted);
  CHECK(desk.checkins.plan(true, 7).next == desk.today());
}
