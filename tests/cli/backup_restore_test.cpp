#include <fstream>

#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

struct WithBackup : App {
  std::filesystem::path store = data() / "lull.db";

  WithBackup() {
    run({"begin"});
    run({"journal", "add", "river", "--at", "3d"});
    run({"backup", "create"});
    clock.move_to(clock.now() + 3600);
    run({"journal", "add", "mountain"});
  }
  std::int64_t entries() { return open_store(store)->count(TableId::entry); }
};

}  // namespace

TEST_CASE("backup restore without a backup, or with a damaged one, changes nothing",
          "[backup_restore]") {
  App empty;
  CHECK(empty.run({"backup", "restore", "--yes"}).code == 1);
  WithBackup app;
  CHECK(app.run({"backup", "restore", "7", "--yes"}).code == 1);
  std::ofstream(app.data() / "backups/2026-11-20-220000-asked.db") << "x";
  const std::string before = read_file(app.store).value();
  CHECK(app.run({"backup", "restore", "--yes"}).code == 3);
  CHECK(read_file(app.store).value() == before);
}

TEST_CASE("backup restore shows the difference in entries and dates, and asks",
          "[backup_restore]") {
  WithBackup app;
  const std::string shown =
      "2026-11-20-220000-asked.db: sound, 1 entry of 2026-11-17\n"
      "  1 entry would go (2026-11-20)\n";
  const Outcome nobody = app.run({"backup", "restore"});
  CHECK(nobody.code == 1);
  CHECK(nobody.err == shown +
                          "lull: could not restore: nobody can be asked here\n"
                          "      --yes says it beforehand\n");
  app.terminal.interactive = true;
  app.terminal.answers = {"n"};
  CHECK(app.run({"backup", "restore"}).code == 1);
  CHECK(app.entries() == 2);
  const Outcome done = app.run({"backup", "restore", "--yes"});
  CHECK(done.code == 0);
  CHECK(done.out.empty());
  CHECK(done.err == shown +
                        "Restored.\nThe one before is kept: lull backup restore "
                        "2026-11-20-230000-restore.db\n");
  CHECK(app.entries() == 1);
}

TEST_CASE("backup restore brings again what a restore put aside", "[backup_restore]") {
  WithBackup app;
  app.run({"backup", "restore", "--yes"});
  app.clock.move_to(app.clock.now() + 60);
  const Outcome back = app.run({"backup", "restore", "2026-11-20-230000-restore.db", "--yes"});
  CHECK(back.code == 0);
  CHECK(back.err.find("  1 entry would come back (2026-11-20)\n") != std::string::npos);
  CHECK(app.entries() == 2);
  const Outcome same = app.run({"backup", "restore", "2026-11-20-230000-restore.db", "--yes"});
  CHECK(same.code == 1);
  CHECK(same.err.find("The journal holds the same. Nothing was restored.\n") != std::string::npos);
}

TEST_CASE("backup restore replaces a journal that can't be read, and keeps its file",
          "[backup_restore]") {
  WithBackup app;
  std::ofstream(app.store) << "overwritten by another program";
  const Outcome outcome = app.run({"backup", "restore", "--yes"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.find("can't be compared") != std::string::npos);
  CHECK(app.entries() == 1);
  const auto aside = app.data() / "lull.db.damaged-1795215600";
  CHECK(outcome.err.find("The file that was there is kept as it was: " + aside.string()) !=
        std::string::npos);
  CHECK(read_file(aside).value() == "overwritten by another program");
}

TEST_CASE("backup restore makes a journal where none is, in one step", "[backup_restore]") {
  WithBackup app;
  std::filesystem::remove(app.store);
  const Outcome outcome = app.run({"backup", "restore", "--yes"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.find("There is no journal now.\n") != std::string::npos);
  CHECK(app.entries() == 1);
}

TEST_CASE("an older backup is restored and brought up to date", "[backup_restore]") {
  WithBackup app;
  const auto old = app.home() / "old.db";
  write_file_atomically(old, read_file(test::source_folder() / "store/schema/v1.db").value());
  CHECK(app.run({"backup", "restore", old.string(), "--yes"}).code == 0);
  CHECK(app.run({"journal", "search", "river"}).code == 0);
  const auto files = list_backups(backup_folder(app.data()));
  REQUIRE(files.size() == 3);
  CHECK(check_journal(app.store).version == kSchemaVersion);
}
