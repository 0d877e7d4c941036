#include "support/app.hpp"
#include "support/catch.hpp"

using lull::test::App;
using lull::test::Outcome;

TEST_CASE("themes list without a reason says that this is normal, and exits 1", "[themes_list]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"themes", "list"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "No reason is stated so far. That is a normal result.\n");
}

TEST_CASE("themes list names themes by days, and why is its short way", "[themes_list]") {
  App app;
  app.run({"begin", "--ended-on", "2026-11-01"});
  app.run({"journal", "add", "--at", "2026-11-10", "We had the same fight every week."});
  app.run({"journal", "add", "--at", "2026-11-11", "We had the same fight again."});
  const Outcome outcome = app.run({"themes", "list"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Catch::Matchers::StartsWith("Fighting") &&
                              Catch::Matchers::ContainsSubstring("2 days") &&
                              Catch::Matchers::ContainsSubstring("conflict"));
  CHECK(app.run({"why"}).out == outcome.out);
  CHECK(app.run({"--discreet", "why"}).out.empty());
}

TEST_CASE("fear and harm is not in the list, help is named instead", "[themes_list]") {
  App app;
  app.run({"begin", "--ended-on", "2026-11-01"});
  app.run({"journal", "add", "--at", "2026-11-10", "He hit me and I was afraid of him."});
  const Outcome outcome = app.run({"themes", "list"});
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "If you need help: lull help safety\n");
}
