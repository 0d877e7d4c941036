#include <algorithm>

#include "lull/app/config.hpp"
#include "lull/base/file.hpp"
#include "lull/base/json.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("config list refuses a broken file and an unknown format", "[config_list]") {
  App app;
  create_private_folder(app.home() / ".config/lull");
  write_file_atomically(app.home() / ".config/lull/config.toml", "a = \n");
  CHECK(app.run({"config", "list"}).code == 2);
  CHECK(app.run({"config", "list", "--format", "yaml"}).code == 2);
}

TEST_CASE("config list shows every setting as TOML that can be read", "[config_list]") {
  App app;
  create_private_folder(app.home() / ".config/lull");
  write_file_atomically(app.home() / ".config/lull/config.toml", "day.start = \"05:00\"\n");
  app.environment.set("LULL_PAUSE_MINUTES", "7");
  const Outcome outcome = app.run({"config"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK_THAT(outcome.out,
             Catch::Matchers::ContainsSubstring("day.start = \"05:00\"  # from the file\n"));
  CHECK_THAT(outcome.out,
             Catch::Matchers::ContainsSubstring("pause.minutes = 7  # from LULL_PAUSE_MINUTES\n"));
  CHECK_THAT(outcome.out, Catch::Matchers::ContainsSubstring("streak.days = 30\n"));
  CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') ==
        static_cast<std::ptrdiff_t>(setting_rows().size()));
  CHECK(parse_settings(outcome.out, "list").pause_minutes == 7);
}

TEST_CASE("config list --explain could be the file itself", "[config_list]") {
  App app;
  const Outcome outcome = app.run({"config", "list", "--explain"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out,
             Catch::Matchers::StartsWith("# when a journal day begins, 00:00 to 12:00\n"
                                         "# takes time of day; default \"04:00\"\n"
                                         "day.start = \"04:00\"\n\n"));
  CHECK(parse_settings(outcome.out, "list").length == 30);
}

TEST_CASE("config list shows no name where others look on", "[config_list]") {
  App app;
  app.run({"config", "set", "review.names", "Robin"});
  CHECK_THAT(app.run({"config", "list"}).out, Catch::Matchers::ContainsSubstring("Robin"));
  const Outcome outcome = app.run({"--discreet", "config", "list"});
  CHECK_THAT(outcome.out, !Catch::Matchers::ContainsSubstring("Robin"));
  CHECK_THAT(outcome.out, Catch::Matchers::ContainsSubstring("# review.names: not shown\n"));
  CHECK_THAT(app.run({"--discreet", "config", "list", "--format", "json"}).out,
             !Catch::Matchers::ContainsSubstring("Robin"));
}

TEST_CASE("config list gives JSON with all that is known of a setting", "[config_list]") {
  App app;
  const Outcome outcome = app.run({"config", "list", "--format", "json"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Catch::Matchers::StartsWith(
                              "{\n  \"format\": \"lull.config/1\",\n  \"settings\": [\n    {\n"
                              "      \"key\": \"day.start\",\n"
                              "      \"value\": \"\\\"04:00\\\"\",\n"
                              "      \"origin\": \"default\",\n"
                              "      \"default\": \"\\\"04:00\\\"\",\n"
                              "      \"type\": \"time of day\",\n"
                              "      \"meaning\": \"when a journal day begins, 00:00 to 12:00\",\n"
                              "      \"variable\": \"LULL_DAY_START\"\n    },\n"));
}
