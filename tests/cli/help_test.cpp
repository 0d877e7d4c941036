#include "lull/cli/help_text.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("help on something unknown says so and exits 2", "[help]") {
  App app;
  const Outcome outcome = app.run({"help", "astrology"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err == "lull: could not find help on that\n      lull help lists what there is\n");
}

TEST_CASE("help, help NOUN and help COMMAND need no journal", "[help]") {
  App app;
  CHECK(app.run({"help"}).out == overview_help());
  CHECK(app.run({"--help"}).out == overview_help());
  CHECK(app.run({"help", "journal", "add"}).out == command_help(*find_command("journal add")));
  CHECK_THAT(app.run({"help", "journal"}).out, Catch::Matchers::ContainsSubstring("journal list"));
  CHECK(app.run({"journal", "--help"}).out == app.run({"help", "journal"}).out);
  CHECK(!std::filesystem::exists(app.data()));
}

TEST_CASE("help comes without a home and with a broken config file", "[help]") {
  App app;
  app.name_data = false;
  app.environment = {};
  CHECK(app.run({"help"}).code == 0);
  app.environment.set("LULL_CONFIG", "/nowhere/at/all.toml");
  CHECK(app.run({"help"}).code == 0);
  CHECK(app.run({"today"}).code == 2);
}
