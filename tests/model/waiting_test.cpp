#include "lull/model/waiting.hpp"

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("a wait counts down to nothing and stays there", "[Waiting]") {
  const Waiting waiting{Instant{1000}, 600};
  CHECK(waiting.left(Instant{1000}) == 600);
  CHECK(waiting.left(Instant{1001}) == 599);
  CHECK(!waiting.is_over(Instant{1599}));
  CHECK(waiting.is_over(Instant{1600}));
  CHECK(waiting.left(Instant{99'000'000'000}) == 0);
}

TEST_CASE("a clock that was set back never makes the wait longer", "[Waiting]") {
  CHECK(Waiting{Instant{1000}, 600}.left(Instant{10}) == 600);
}

TEST_CASE("minutes are read as whole, with a point, or with seconds", "[Waiting]") {
  CHECK(parse_minutes("10") == 600);
  CHECK(parse_minutes("0") == 0);
  CHECK(parse_minutes("2.5") == 150);
  CHECK(parse_minutes("0.1") == 6);
  CHECK(parse_minutes("0.33") == 20);
  CHECK(parse_minutes("0:02") == 2);
  CHECK(parse_minutes("1:30") == 90);
  CHECK(parse_minutes("1440") == 86'400);
  for (const char* wrong :
       {"",     "-1",      "+1",     " 1",          "1 ",    "1:3",    "1:60",
        "1:",   ":30",     "1:300",  "1.",          ".5",    "1e2",    "ten",
        "1441", "1440:01", "1440.1", "99999999999", "1:2:3", "1.5:00", "0.1234567"}) {
    INFO(wrong);
    CHECK(!parse_minutes(wrong));
  }
}

TEST_CASE("seconds are shown as minutes and seconds", "[Waiting]") {
  CHECK(to_minutes(0) == "0:00");
  CHECK(to_minutes(2) == "0:02");
  CHECK(to_minutes(10) == "0:10");
  CHECK(to_minutes(598) == "9:58");
  CHECK(to_minutes(600) == "10:00");
}
