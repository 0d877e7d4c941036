#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

TEST_CASE("journal show says what it lacks", "[JournalShow]") {
  App app;
  app.run({"begin"});
  const Outcome none = app.run({"journal", "show"});
  CHECK(none.code == 2);
  CHECK(none.err ==
        "lull: could not show an entry: no number was given\n"
        "      lull journal show 12, or --last\n");
  const Outcome absent = app.run({"journal", "show", "12"});
  CHECK(absent.code == 1);
  CHECK(absent.err ==
        "lull: could not show the entry: there is none of that number\n"
        "      lull journal list --format short\n");
  CHECK(app.run({"journal", "show", "twelve"}).code == 2);
  CHECK(app.run({"journal", "show", "--last"}).code == 1);
}

TEST_CASE("journal show gives one entry in every format", "[JournalShow]") {
  App app;
  app.run({"begin"});
  app.run_with_input({"journal", "add", "--mood", "3"}, "One\x1b[31m\n");
  CHECK(app.run({"journal", "show", "1"}).out ==
        "1  Fri 20 Nov 2026 22:00  mood 3\nOne\u241b[31m\n");
  CHECK(app.run({"journal", "show", "--last", "--format", "raw"}).out == "One\x1b[31m\n");
  CHECK_THAT(app.run({"journal", "show", "1", "--format", "json"}).out,
             Catch::Matchers::ContainsSubstring("\"text\": \"One\\u001b[31m\\n\""));
  CHECK_THAT(app.run({"journal", "show", "1", "--format", "markdown"}).out,
             Catch::Matchers::ContainsSubstring("\n\nOne\u241b\\[31m\n"));
}

TEST_CASE("The exact bytes of an entry never go to a screen", "[JournalShow]") {
  App app;
  app.run({"begin"});
  app.run_with_input({"journal", "add"}, "One\x1b[31m");
  app.terminal.interactive = true;
  const Outcome outcome = app.run({"journal", "show", "1", "--format", "raw"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "lull: could not show the exact bytes: the output is a screen\n"
        "      lull journal show 1 --format raw > FILE\n");
}
