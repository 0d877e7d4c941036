#include "lull/app/talks.hpp"

#include "lull/base/error.hpp"
#include "lull/base/zone.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"

using namespace lull;
using namespace lull::test;

namespace {

struct Desk {
  std::unique_ptr<Store> store = open_memory_store();
  FixedClock clock{Instant{1'795'212'000}};
  DayRule rule{ambient_zone()};
  Talks talks{*store, clock, rule};

  Talk hold(const std::string& first, const std::string& second) {
    Talk talk;
    talk.first_name = first;
    talk.second_name = second;
    talk.turns = 2;
    clock.move_to(clock.now() + 600);
    return talks.keep(talk, clock.now() - 500);
  }
};

using Names = std::pair<std::string, std::string>;

}  // namespace

TEST_CASE("who begins a talk follows from the one that was kept last", "[Talks]") {
  Desk desk;
  CHECK(desk.talks.order("Robin", "Sam") == Names{"Robin", "Sam"});
  desk.hold("Robin", "Sam");
  CHECK(desk.talks.order("Robin", "Sam") == Names{"Sam", "Robin"});
  CHECK(desk.talks.order("Sam", "Robin") == Names{"Sam", "Robin"});
  desk.hold("Sam", "Robin");
  CHECK(desk.talks.order("Robin", "Sam") == Names{"Robin", "Sam"});
}

TEST_CASE("a talk is held in a locked journal in the order that was typed", "[Talks]") {
  Desk desk;
  desk.hold("Robin", "Sam");
  FailingStore locked(*desk.store, 1, Error(ErrorKind::locked, "could not read: locked"));
  CHECK(Talks(locked, desk.clock, desk.rule).order("Robin", "Sam") == Names{"Robin", "Sam"});
  FailingStore broken(*desk.store, 1, Error(ErrorKind::io, "could not read"));
  CHECK_THROWS_AS(Talks(broken, desk.clock, desk.rule).order("Robin", "Sam"), Error);
}

TEST_CASE("a talk is kept under the moment it began, and described afterwards", "[Talks]") {
  Desk desk;
  Talk talk = desk.hold("Robin", "Sam");
  CHECK(talk.id == 1);
  CHECK(talk.at.instant == desk.clock.now() - 500);
  talk.first_felt_heard = 4;
  talk.topics = {"home"};
  talk.note = "quieter than I feared";
  desk.talks.describe(talk);
  REQUIRE(desk.talks.list().size() == 1);
  CHECK(desk.talks.list()[0].first_felt_heard == 4);
  CHECK(desk.talks.list()[0].topics == std::vector<std::string>{"home"});
  CHECK(desk.talks.list()[0].note == "quieter than I feared");
  talk.note = "\xff";
  CHECK_THROWS_AS(desk.talks.describe(talk), Error);
  CHECK_THROWS_AS(desk.hold("\xff", "Sam"), Error);
}

TEST_CASE("the length of a turn is minutes, or minutes and seconds", "[Talks]") {
  CHECK(parse_turn_length("3") == 180);
  CHECK(parse_turn_length("2.5") == 150);
  CHECK(parse_turn_length("0:02") == 2);
  CHECK(parse_turn_length("12:30") == 750);
  CHECK(parse_turn_length("60") == 3600);
  CHECK(parse_turn_length("60:00") == 3600);
  for (const char* text : {"", "0", "0:00", "61", "60:01", "1:2", "1:60", "1:-1", "-1", "3m", "x",
                           ":30", "1:", "1:002", "nan", "inf", "1e9", "0.001", " 3"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_turn_length(text));
  }
}
