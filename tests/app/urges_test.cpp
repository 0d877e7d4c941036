#include "lull/app/urges.hpp"

#include <memory>

#include "lull/base/error.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

constexpr Instant kNow{1'795'212'000};

struct House {
  std::unique_ptr<Store> store = open_memory_store();
  FixedClock clock{kNow};
  DayRule rule{ambient_zone()};
  Urges urges{*store, clock, rule};

  Urge record(const std::string& trigger, int hours_ago = 0) {
    UrgeDraft draft;
    draft.channel = Channel::text;
    draft.trigger = trigger;
    draft.at = kNow - std::int64_t{hours_ago} * 3600;
    return urges.record(draft);
  }
};

}  // namespace

TEST_CASE("an urge in the future, or with bad bytes, is refused", "[Urges]") {
  House house;
  CHECK_THROWS_AS(house.record("", -1), Error);
  CHECK_THROWS_AS(house.record("\xff"), Error);
  CHECK(house.urges.list().empty());
}

TEST_CASE("an urge comes back as it was recorded", "[Urges]") {
  House house;
  UrgeDraft draft;
  draft.channel = Channel::sex;
  draft.strength = 8;
  draft.strength_after = 3;
  draft.minutes = 12;
  draft.trigger = "a song";
  draft.note = "it went by";
  draft.outcome = UrgeOutcome::passed;
  house.urges.record(draft);
  const auto urges = house.urges.list();
  REQUIRE(urges.size() == 1);
  CHECK(urges[0].channel == Channel::sex);
  CHECK(urges[0].strength == 8);
  CHECK(urges[0].strength_after == 3);
  CHECK(urges[0].minutes == 12);
  CHECK(urges[0].trigger == "a song");
  CHECK(urges[0].note == "it went by");
  CHECK(urges[0].outcome == UrgeOutcome::passed);
  CHECK(urges[0].at.instant == kNow);
}

TEST_CASE("urges are listed newest first, within days and a number", "[Urges]") {
  House house;
  for (const int hours : {60, 0, 30}) house.record(std::to_string(hours), hours);
  const auto triggers = [&](const UrgeFilter& filter) {
    std::vector<std::string> found;
    for (const Urge& urge : house.urges.list(filter)) found.push_back(urge.trigger);
    return found;
  };
  const Day today = house.rule.day_of(kNow);
  CHECK(triggers({}) == std::vector<std::string>{"0", "30", "60"});
  CHECK(triggers({{}, {}, 2, {}}) == std::vector<std::string>{"0", "30"});
  CHECK(triggers({{}, {}, 0, {}}).empty());
  CHECK(triggers({today - 1, {}, {}, {}}) == std::vector<std::string>{"0", "30"});
  CHECK(triggers({{}, today - 1, {}, {}}) == std::vector<std::string>{"30", "60"});
  CHECK(triggers({{}, {}, {}, Channel::call}).empty());
}

TEST_CASE("earlier triggers come once each, the most frequent first, then the newest", "[Urges]") {
  House house;
  house.record("a song", 9);
  house.record("their street", 8);
  house.record("A Song", 7);
  house.record("", 6);
  house.record("late at night", 5);
  CHECK(house.urges.earlier_triggers() ==
        std::vector<std::string>{"A Song", "late at night", "their street"});
  CHECK(house.urges.earlier_triggers(1) == std::vector<std::string>{"A Song"});
}
