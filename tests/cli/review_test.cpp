#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("review before the silence is over says when it opens, and exits 1", "[review]") {
  App app;
  app.run({"begin", "--ended-on", "2026-11-10", "--days", "30"});
  const Outcome outcome = app.run({"review"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "lull: the silence is not over yet: the review opens on Thursday, 10 December 2026, in 20 "
        "quiet days\n      lull review --preview shows it as it stands\n");
}

TEST_CASE("review --preview shows it as it stands, marked", "[review]") {
  App app;
  app.run({"begin", "--ended-on", "2026-11-10", "--days", "30"});
  app.run({"journal", "add", "We stopped talking about anything that mattered."});
  const Outcome outcome = app.run({"review", "--preview"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Catch::Matchers::ContainsSubstring("review") ||
                              Catch::Matchers::ContainsSubstring("preview"));
}

TEST_CASE("review refuses a month and days it cannot read", "[review]") {
  App app;
  app.run({"begin"});
  CHECK(app.run({"review", "--month", "2026-13"}).code == 2);
  CHECK(app.run({"review", "--from", "2026-11-10", "--to", "2026-11-09"}).code == 2);
}

TEST_CASE("review --month works at any time", "[review]") {
  App app;
  app.run({"begin", "--ended-on", "2026-11-10", "--days", "30"});
  CHECK(app.run({"review", "--month", "2026-11", "--format", "markdown"}).code == 0);
}

TEST_CASE("review --output writes the whole page to a file, and says where", "[review]") {
  App app;
  app.run({"begin", "--ended-on", "2026-10-01", "--days", "30"});
  const std::string file = (app.home() / "page.md").string();
  const Outcome outcome = app.run({"review", "--format", "markdown", "--output", file});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "Written to " + file + ".\n");
  CHECK(read_file(file).value() == app.run({"review", "--format", "markdown"}).out);
}

TEST_CASE("review --output into a folder that is not there is an error of its own", "[review]") {
  App app;
  app.run({"begin", "--ended-on", "2026-10-01", "--days", "30"});
  const Outcome outcome =
      app.run({"review", "--output", (app.home() / "none" / "page.md").string()});
  CHECK(outcome.code == 6);
}
