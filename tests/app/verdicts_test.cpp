#include "lull/app/verdicts.hpp"

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
  Verdicts verdicts{*store, clock, rule};

  void pass_days(int days) { clock.move_to(clock.now() + days * kDay); }
};

}  // namespace

TEST_CASE("the newest word on a theme counts and holds what was said before", "[Verdicts]") {
  Desk desk;
  ChangeDraft draft;
  draft.mine = Changed::yes;
  draft.why = "I stay in the room";
  desk.verdicts.note_change(Theme::conflict, draft);
  desk.pass_days(1);
  desk.verdicts.judge(Theme::conflict, ThemeVerdict::confirmed);
  desk.verdicts.judge(Theme::communication, ThemeVerdict::rejected);
  ChangeDraft later;
  later.theirs = Changed::unsure;
  desk.verdicts.note_change(Theme::conflict, later);

  const auto standing = desk.verdicts.standing();
  REQUIRE(standing.size() == 2);
  CHECK(standing[0].theme == Theme::communication);
  CHECK(standing[0].verdict == ThemeVerdict::rejected);
  CHECK(standing[1].theme == Theme::conflict);
  CHECK(standing[1].verdict == ThemeVerdict::confirmed);
  CHECK(standing[1].mine == Changed::yes);
  CHECK(standing[1].theirs == Changed::unsure);
  CHECK(standing[1].why == "I stay in the room");
  CHECK(all<Verdict>(*desk.store).size() == 4);
}

TEST_CASE("words from before the quiet period belong to an earlier one", "[Verdicts]") {
  Desk desk;
  desk.verdicts.judge(Theme::conflict, ThemeVerdict::confirmed);
  desk.pass_days(10);
  desk.verdicts.judge(Theme::distance, ThemeVerdict::confirmed);
  CHECK(desk.verdicts.standing().size() == 2);
  QuietPeriod period;
  period.from = desk.rule.day_of(desk.clock.now());
  Quiet(*desk.store, desk.clock, desk.rule, false).begin(period, "");
  const auto standing = desk.verdicts.standing();
  REQUIRE(standing.size() == 1);
  CHECK(standing[0].theme == Theme::distance);
  // A new word begins anew.
  ChangeDraft draft;
  draft.mine = Changed::no;
  CHECK(desk.verdicts.note_change(Theme::conflict, draft).verdict == ThemeVerdict::none);
}

TEST_CASE("nothing said, and bytes that are no text, are refused", "[Verdicts]") {
  Desk desk;
  CHECK_THROWS_AS(desk.verdicts.note_change(Theme::conflict, {}), Error);
  ChangeDraft draft;
  draft.why = "\xff";
  CHECK_THROWS_AS(desk.verdicts.note_change(Theme::conflict, draft), Error);
  CHECK(all<Verdict>(*desk.store).empty());
}

TEST_CASE("a sentence set aside leaves the verdict on its theme as it was", "[Verdicts]") {
  Desk desk;
  desk.verdicts.judge(Theme::conflict, ThemeVerdict::confirmed);
  desk.verdicts.set_aside(Theme::conflict, "We fought.");
  const auto standing = desk.verdicts.standing();
  REQUIRE(standing.size() == 1);
  CHECK(standing[0].verdict == ThemeVerdict::confirmed);
  const SetAside set_aside(*desk.store);
  CHECK(set_aside.holds(Theme::conflict, "We fought."));
  CHECK_FALSE(set_aside.holds(Theme::conflict, "We fought"));
  CHECK_FALSE(set_aside.holds(Theme::distance, "We fought."));
  CHECK_FALSE(SetAside().holds(Theme::conflict, "We fought."));
}
