#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("config path says when there is no home", "[config_path]") {
  App app;
  app.environment = Environment();
  const Outcome outcome = app.run({"config", "path"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not find your home folder: HOME is not set\n"
        "      set HOME, or name the places with --data and --config\n");
}

TEST_CASE("config path names the file, there or not, sound or not", "[config_path]") {
  App app;
  const auto file = app.home() / ".config/lull/config.toml";
  Outcome outcome = app.run({"config", "path"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == file.string() + "\n");
  CHECK(outcome.err == "There is no file there yet; the defaults hold.\n");
  create_private_folder(file.parent_path());
  write_file_atomically(file, "a = \n");
  outcome = app.run({"config", "path"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == file.string() + "\n");
  CHECK(outcome.err.empty());
  app.environment.set("LULL_CONFIG", "/elsewhere.toml");
  CHECK(app.run({"config", "path"}).out == "/elsewhere.toml\n");
  CHECK(app.run({"--config", "/there.toml", "config", "path"}).out == "/there.toml\n");
}
