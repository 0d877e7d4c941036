#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("streak history says so when no period was begun", "[streak_history]") {
  App app;
  CHECK(app.run({"streak", "history"}).code == 1);
  app.name_data = false;
  app.run({"journal", "add", "a", "line"});
  const Outcome outcome = app.run({"streak", "history"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "No quiet period was begun yet: lull begin\n");
}

TEST_CASE("streak history lists the runs of every period with what ended each",
          "[streak_history]") {
  App app;
  app.run({"begin", "--from", "2026-09-01"});
  app.run({"contact", "add", "call", "--both", "--at", "2026-09-11"});
  app.run({"begin", "--end", "--last-day", "2026-09-30", "--how", "ended"});
  app.run({"begin", "--from", "20d", "--for", "safety"});
  app.run({"contact", "add", "text", "--out", "--at", "8d"});
  app.run({"contact", "add", "visit", "--both", "--at", "8d"});
  const Outcome outcome = app.run({"streak", "history"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out ==
        "Quiet since Tuesday, 1 September 2026, 30 days asked for, closed on Wednesday, 30 "
        "September 2026 (ended)\n"
        "  2026-09-02 to 2026-09-10     9 days  then phone call, both ways (1)\n"
        "  2026-09-12 to 2026-09-30    19 days  to the end\n"
        "  28 quiet days in all\n"
        "\n"
        "Quiet since Saturday, 31 October 2026\n"
        "  2026-11-01 to 2026-11-11    11 days  then text message, from you (2); visit, both ways "
        "(3)\n"
        "  2026-11-13 to 2026-11-20     8 days  goes on\n"
        "  19 quiet days in all\n");
}

TEST_CASE("streak history of a first day", "[streak_history]") {
  App app;
  app.run({"begin"});
  CHECK(app.run({"streak", "history"}).out ==
        "Quiet since Friday, 20 November 2026, 30 days asked for\n"
        "  no quiet day yet\n"
        "  0 quiet days in all\n");
}

TEST_CASE("streak history as JSON names the contacts by number", "[streak_history]") {
  App app;
  app.run({"begin", "--from", "3d"});
  app.run({"contact", "add", "text", "--out", "--at", "yesterday"});
  CHECK(app.run({"streak", "history", "--format", "json"}).out == R"({
  "format": "lull.streak-history/1",
  "periods": [
    {
      "id": 1,
      "from": "2026-11-17",
      "length": 30,
      "closed_on": null,
      "closing": "",
      "total": 2,
      "runs": [
        {
          "days": 1,
          "first": "2026-11-18",
          "last": "2026-11-18",
          "ended_by": [
            1
          ]
        },
        {
          "days": 1,
          "first": "2026-11-20",
          "last": "2026-11-20",
          "ended_by": []
        }
      ]
    }
  ]
}
)");
}
