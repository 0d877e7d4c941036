#include "lull/app/key_pins.hpp"
#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/locked.hpp"

using namespace lull;
using Catch::Matchers::ContainsSubstring;
using lull::test::App;
using lull::test::Outcome;

namespace {

std::vector<std::string> files_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_directory()) names.push_back(file.path().filename().string());
  }
  return names;
}

}  // namespace

TEST_CASE("wipe answers 1 where there is nothing of lull", "[wipe]") {
  App app;
  const Outcome outcome = app.run({"wipe"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "There is nothing of lull here.\n");
}

TEST_CASE("wipe removes nothing until the word is typed, whatever --yes says", "[wipe]") {
  App app;
  app.run({"begin"});
  for (const char* word : {"", "yes", "WIPE", "wipe it"}) {
    const Outcome outcome = app.run_with_input({"wipe", "--yes"}, word);
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err,
               ContainsSubstring("Nothing was removed. It takes the word wipe, typed.\n"));
  }
  app.terminal.interactive = true;
  app.terminal.answers = {"no"};
  CHECK(app.run({"wipe"}).code == 1);
  CHECK(std::filesystem::exists(app.data() / "lull.db"));
}

TEST_CASE("wipe leaves no file of lull's, locked or not", "[wipe]") {
  for (const bool locked : {false, true}) {
    App app;
    app.name_data = false;
    app.environment.set("XDG_RUNTIME_DIR", (app.home() / "run").string());
    std::filesystem::create_directories(app.home() / "run/lull/draft-1-2-0");
    create_private_folder(app.home() / ".config/lull");
    write_file_atomically(app.home() / ".config/lull/config.toml", "[screen]\ndiscreet = true\n");
    app.run({"begin"});
    app.run({"journal", "add", "I want to die"});
    write_file_atomically(app.home() / ".local/share/lull/recovery-1-1-0.txt", "a draft");
    write_file_atomically(app.home() / ".local/share/lull/lull.db.v3.bak", "older");
    app.run({"remind"});
    if (locked) test::lock(app);
    CHECK(files_in(app.home()).size() >= 4);
    app.terminal.asked.clear();
    const Outcome outcome = app.run_with_input({"wipe"}, "wipe\n");
    CHECK(outcome.code == 0);
    CHECK(app.terminal.asked.empty());
    CHECK_THAT(outcome.err, ContainsSubstring("solid-state disk"));
    CHECK(files_in(app.home()).empty());
    CHECK_FALSE(std::filesystem::exists(app.home() / ".local/share/lull"));
    CHECK_FALSE(std::filesystem::exists(app.home() / ".config/lull"));
  }
}

TEST_CASE("wipe in a named folder touches no other file in it, and takes its key away", "[wipe]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  write_file_atomically(app.data() / "thesis.txt", "mine");
  CHECK(pinned_key(app.environment, app.data() / "lull.db"));
  const Outcome outcome = app.run_with_input({"wipe"}, "wipe");
  CHECK(outcome.code == 0);
  CHECK(files_in(app.data()) == std::vector<std::string>{"thesis.txt"});
  CHECK_FALSE(pinned_key(app.environment, app.data() / "lull.db"));
}
