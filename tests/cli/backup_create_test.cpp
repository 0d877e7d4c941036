#include <fstream>

#include "lull/store/backup.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("backup create without a journal says so", "[backup_create]") {
  App app;
  const Outcome outcome = app.run({"backup", "create"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK_FALSE(std::filesystem::exists(backup_folder(app.data())));
}

TEST_CASE("backup create that can't write says so and makes nothing", "[backup_create]") {
  App app;
  app.run({"begin"});
  std::ofstream(backup_folder(app.data())) << "x";
  const Outcome outcome = app.run({"backup", "create"});
  CHECK(outcome.code == 6);
  CHECK(outcome.out.empty());
}

TEST_CASE("backup create names the copy it made", "[backup_create]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "river"});
  const Outcome outcome = app.run({"backup", "create"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == (app.data() / "backups" / "2026-11-20-220000-asked.db\n").string());
  CHECK(outcome.err.empty());
  CHECK(check_journal(list_backups(backup_folder(app.data())).at(0).path).entries == 1);
}

TEST_CASE("backup.keep says how many backups stay", "[backup_create]") {
  App app;
  app.run({"begin"});
  const auto config = app.home() / "config.toml";
  std::ofstream(config) << "backup.keep = 3\n";
  for (int i = 0; i < 5; ++i) {
    app.clock.move_to(app.clock.now() + 60);
    CHECK(app.run({"backup", "create", "--config", config.string()}).code == 0);
  }
  const auto files = list_backups(backup_folder(app.data()));
  REQUIRE(files.size() == 3);
  CHECK(files.back().at == lull::test::kFridayEvening + 180);
}

TEST_CASE("a week after the first change a writing command backs up, without a word",
          "[backup_create]") {
  App app;
  app.run({"begin"});
  app.clock.move_to(app.clock.now() + 7 * 86'400 - 1);
  app.run({"journal", "add", "six days"});
  CHECK(list_backups(backup_folder(app.data())).empty());
  app.clock.move_to(app.clock.now() + 1);
  app.run({"journal", "list"});
  CHECK(list_backups(backup_folder(app.data())).empty());
  const Outcome outcome = app.run({"journal", "add", "seven days"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.find("backup") == std::string::npos);
  const auto files = list_backups(backup_folder(app.data()));
  REQUIRE(files.size() == 1);
  CHECK(files.front().reason == BackupReason::week);
  CHECK(check_journal(files.front().path).entries == 2);
  app.clock.move_to(app.clock.now() + 6 * 86'400);
  app.run({"journal", "add", "within the week"});
  CHECK(list_backups(backup_folder(app.data())).size() == 1);
  app.clock.move_to(app.clock.now() + 86'400);
  app.run({"journal", "add", "after it"});
  CHECK(list_backups(backup_folder(app.data())).size() == 2);
}

TEST_CASE("a weekly backup that fails doesn't fail the command, and remind says it in time",
          "[backup_create]") {
  App app;
  app.run({"begin"});
  std::ofstream(backup_folder(app.data())) << "x";
  app.clock.move_to(app.clock.now() + 8 * 86'400);
  const Outcome outcome = app.run({"journal", "add", "a line"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.find("could not") == std::string::npos);
  CHECK(app.run({"remind"}).out.find("backup") == std::string::npos);
  app.clock.move_to(app.clock.now() + 22 * 86'400);
  CHECK(app.run({"remind"}).out.find("A backup is due: lull backup create\n") != std::string::npos);
  std::filesystem::remove(backup_folder(app.data()));
  app.run({"backup", "create"});
  app.clock.move_to(app.clock.now() + 86'400);
  CHECK(app.run({"remind"}).out.find("backup") == std::string::npos);
}

TEST_CASE("a bulk import backs up what was there first", "[backup_create]") {
  App app;
  app.run({"begin"});
  std::string pages;
  for (int i = 10; i < 30; ++i) {
    pages += "{\"at\": \"2026-10-" + std::to_string(i) + "T12:00:00Z\", \"text\": \"page\"}\n";
  }
  const std::string one = "{\"at\": \"2026-09-01T12:00:00Z\", \"text\": \"page\"}\n";
  CHECK(app.run_with_input({"journal", "import", "-", "--from-format", "jsonl"}, one).code == 0);
  CHECK(list_backups(backup_folder(app.data())).empty());
  CHECK(app.run_with_input({"journal", "import", "-", "--from-format", "jsonl", "--dry-run"}, pages)
            .code == 0);
  CHECK(list_backups(backup_folder(app.data())).empty());
  CHECK(app.run_with_input({"journal", "import", "-", "--from-format", "jsonl"}, pages).code == 0);
  const auto files = list_backups(backup_folder(app.data()));
  REQUIRE(files.size() == 1);
  CHECK(files.front().reason == BackupReason::import);
  CHECK(check_journal(files.front().path).entries == 1);
}

TEST_CASE("an import that can't be backed up for takes nothing in", "[backup_create]") {
  App app;
  app.run({"journal", "add", "there"});
  app.run({"begin"});
  app.run({"journal", "add", "there"});
  std::ofstream(backup_folder(app.data())) << "x";
  std::string pages;
  for (int i = 10; i < 30; ++i) {
    pages += "{\"at\": \"2026-10-" + std::to_string(i) + "T12:00:00Z\", \"text\": \"page\"}\n";
  }
  CHECK(app.run_with_input({"journal", "import", "-", "--from-format", "jsonl"}, pages).code == 6);
  CHECK(app.run({"journal", "list", "--format", "short"}).out.find("page") == std::string::npos);
}
