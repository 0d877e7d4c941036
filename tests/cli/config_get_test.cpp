#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("config get refuses what there is not", "[config_get]") {
  App app;
  Outcome outcome = app.run({"config", "get", "screen.colour"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not find the setting: there is no setting screen.colour\n"
        "      did you mean screen.color?\n");
  outcome = app.run({"config", "get"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not show the setting: no key was given\n"
        "      lull config list shows them all\n");
  outcome = app.run({"--discreet", "config", "get", "review.names"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  create_private_folder(app.home() / ".config/lull");
  write_file_atomically(app.home() / ".config/lull/config.toml", "day.start = 4\n");
  outcome = app.run({"config", "get", "day.start"});
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err,
             Catch::Matchers::ContainsSubstring("line 1: day.start takes time of day"));
}

TEST_CASE("config get shows the value in force, bare", "[config_get]") {
  App app;
  CHECK(app.run({"config", "get", "day.start"}).out == "04:00\n");
  CHECK(app.run({"config", "get", "screen.discreet"}).out == "false\n");
  CHECK(app.run({"config", "get", "review.names"}).out == "\n");
  app.environment.set("LULL_DAY_START", "05:15");
  CHECK(app.run({"config", "get", "day.start"}).out == "05:15\n");
  app.run({"config", "set", "review.names", "Robin", "Sam"});
  CHECK(app.run({"config", "get", "review.names"}).out == "Robin\nSam\n");
  CHECK(app.run({"--color", "never", "config", "get", "screen.color"}).out == "never\n");
}
