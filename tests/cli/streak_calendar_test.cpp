#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("streak calendar refuses what is no month, and says when there is no period",
          "[streak_calendar]") {
  App app;
  app.name_data = false;
  app.run({"journal", "add", "a", "line"});
  CHECK(app.run({"streak", "calendar"}).code == 1);
  app.run({"begin"});
  const Outcome outcome = app.run({"streak", "calendar", "--month", "2026-13"});
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "lull: could not read the month\n      --month 2026-11\n");
}

TEST_CASE("streak calendar marks each day so that it reads without colour", "[streak_calendar]") {
  App app;
  app.run({"begin", "--from", "2026-10-30"});
  app.run({"contact", "add", "visit", "--both", "--at", "2026-11-07", "--until", "2026-11-08"});
  const Outcome outcome = app.run({"streak", "calendar"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "October 2026\n"
        "Mo  Tu  We  Th  Fr  Sa  Su\n"
        "             1·  2·  3·  4·\n"
        " 5·  6·  7·  8·  9· 10· 11·\n"
        "12· 13· 14· 15· 16· 17· 18·\n"
        "19· 20· 21· 22· 23· 24· 25·\n"
        "26· 27· 28· 29· 30· 31●\n"
        "\n"
        "November 2026\n"
        "Mo  Tu  We  Th  Fr  Sa  Su\n"
        "                         1●\n"
        " 2●  3●  4●  5●  6●  7○  8○\n"
        " 9● 10● 11● 12● 13● 14● 15●\n"
        "16● 17● 18● 19● 20● 21· 22·\n"
        "23· 24· 25· 26· 27· 28· 29·\n"
        "30·\n"
        "\n"
        "● quiet   ○ interrupted   · outside, or to come\n");
}

TEST_CASE("streak calendar shows one month alone, and stops marking where a period closed",
          "[streak_calendar]") {
  App app;
  app.run({"begin", "--from", "2026-08-31"});
  app.run({"begin", "--end", "--last-day", "2026-09-03"});
  CHECK(app.run({"streak", "calendar", "--month", "2026-09"}).out ==
        "September 2026\n"
        "Mo  Tu  We  Th  Fr  Sa  Su\n"
        "     1●  2●  3●  4·  5·  6·\n"
        " 7·  8·  9· 10· 11· 12· 13·\n"
        "14· 15· 16· 17· 18· 19· 20·\n"
        "21· 22· 23· 24· 25· 26· 27·\n"
        "28· 29· 30·\n"
        "\n"
        "● quiet   ○ interrupted   · outside, or to come\n");
}
