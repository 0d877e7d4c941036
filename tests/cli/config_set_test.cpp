#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/time_zone.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("config set refuses what it cannot do", "[config_set]") {
  App app;
  const auto file = app.home() / ".config/lull/config.toml";
  Outcome outcome = app.run({"config", "set", "pause.minute", "5"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not find the setting: there is no setting pause.minute\n"
        "      did you mean pause.minutes?\n");
  outcome = app.run({"config", "set", "pause.minutes"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not change the setting: a key and a value are needed\n"
        "      lull config set pause.minutes 5\n");
  outcome = app.run({"config", "set", "pause.minutes", "90"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not read pause.minutes: it takes whole number\n"
        "      how long pause waits, 1 to 60\n");
  outcome = app.run({"config", "set", "time.zone", "Middle/Earth"});
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring("knows no zone of that name"));
  CHECK_FALSE(read_file(file).has_value());
}

TEST_CASE("config set writes the value and keeps the rest of the file", "[config_set]") {
  App app;
  const auto file = app.home() / ".config/lull/config.toml";
  create_private_folder(file.parent_path());
  write_file_atomically(file, "# mine\n[pause]\nminutes = 20 # long\n");
  const Outcome outcome = app.run({"config", "set", "pause.minutes", "5"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "pause.minutes is 5 now; it was 20. Undo does not cover settings.\n");
  CHECK(read_file(file) == "# mine\n[pause]\nminutes = 5 # long\n");
  CHECK(app.run({"config", "get", "pause.minutes"}).out == "5\n");
  CHECK(app.run({"--quiet", "config", "set", "pause.minutes", "6"}).err.empty());
}

TEST_CASE("config set mends a value that stops every other command", "[config_set]") {
  App app;
  const auto file = app.home() / ".config/lull/config.toml";
  create_private_folder(file.parent_path());
  write_file_atomically(file, "screen.color = \"blue\"\n");
  CHECK(app.run({"today"}).code == 2);
  const Outcome outcome = app.run({"config", "set", "screen.color", "auto"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err ==
        "screen.color is \"auto\" now; it was nothing that could be read. "
        "Undo does not cover settings.\n");
  CHECK(app.run({"config", "get", "screen.color"}).code == 0);
}

TEST_CASE("config set says when a variable goes before the file", "[config_set]") {
  App app;
  app.environment.set("LULL_PAUSE_MINUTES", "3");
  const Outcome outcome = app.run({"config", "set", "pause.minutes", "5"});
  CHECK(outcome.err ==
        "pause.minutes is 5 now; it was 10. Undo does not cover settings.\n"
        "LULL_PAUSE_MINUTES is set and goes before the file.\n");
}

TEST_CASE("config set makes the file that was named", "[config_set]") {
  const test::TimeZone zone("UTC");
  App app;
  const std::string file = (app.home() / "other.toml").string();
  CHECK(app.run({"--config", file, "config", "set", "time.zone", "Europe/Berlin"}).code == 0);
  CHECK(read_file(file) == "[time]\nzone = \"Europe/Berlin\"\n");
}

TEST_CASE("config set shows no name where others look on", "[config_set]") {
  App app;
  const Outcome outcome = app.run({"--discreet", "config", "set", "review.names", "Robin"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "review.names is set; undo does not cover settings.\n");
}
