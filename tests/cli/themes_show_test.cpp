#include "support/app.hpp"
#include "support/catch.hpp"

using lull::test::App;
using lull::test::Outcome;

TEST_CASE("themes show refuses a theme it does not know", "[themes_show]") {
  App app;
  app.run({"begin"});
  CHECK(app.run({"themes", "show", "astrology"}).code == 2);
}

TEST_CASE("themes show gives the sentences by day with their entries", "[themes_show]") {
  App app;
  app.run({"begin", "--ended-on", "2026-11-01"});
  app.run({"journal", "add", "--at", "2026-11-10", "It rained. We had the same fight every week."});
  const Outcome outcome = app.run({"themes", "show", "conflict"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == "Tuesday, 10 November 2026\n     1  We had the same fight every week.\n");
  CHECK(app.run({"themes", "show", "distance"}).code == 1);
}
