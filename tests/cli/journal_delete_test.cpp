#include <fstream>
#include <iterator>

#include "lull/app/journal_trash.hpp"
#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

namespace {

std::string bytes_of(App& app) {
  std::ifstream file(app.data() / "lull.db", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool holds(App& app, const std::string& word) {
  return bytes_of(app).find(word) != std::string::npos;
}

}  // namespace

TEST_CASE("journal delete says what it lacks, and deletes nothing", "[JournalDelete]") {
  App app;
  app.run({"begin"});
  CHECK(app.run({"journal", "delete"}).code == 2);
  CHECK(app.run({"journal", "delete", "7", "--yes"}).code == 1);
  CHECK(app.run({"journal", "delete", "seven", "--yes"}).code == 2);
  app.run({"journal", "add", "one"});
  const Outcome unasked = app.run({"journal", "delete", "1"});
  CHECK(unasked.code == 1);
  CHECK(unasked.err ==
        "   1  2026-11-20  one\n"
        "lull: could not delete: nobody can be asked here\n"
        "      --yes says it beforehand\n");
  const Outcome half = app.run({"journal", "delete", "1", "7", "--yes"});
  CHECK(half.code == 1);
  CHECK(app.run({"journal", "show", "1"}).code == 0);
}

TEST_CASE("journal delete shows what is about to go and asks", "[JournalDelete]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "one"});
  app.terminal.interactive = true;
  for (const char* answer : {"", "n", "x"}) {
    app.terminal.answers = {answer};
    const Outcome kept = app.run({"journal", "delete", "1"});
    CHECK(kept.code == 1);
    CHECK(kept.err == "   1  2026-11-20  one\nNothing was deleted.\n");
  }
  app.terminal.answers = {};
  CHECK(app.run({"journal", "delete", "1"}).code == 1);
  CHECK(app.terminal.asked.back() == "Move this entry to the trash? [y/N] ");
  app.terminal.answers = {"y"};
  const Outcome gone = app.run({"journal", "delete", "1"});
  CHECK(gone.code == 0);
  CHECK(gone.err == "   1  2026-11-20  one\nIn the trash for 30 days: lull journal restore 1\n");
  CHECK(app.run({"journal", "show", "1"}).code == 1);
  CHECK(app.run({"journal", "list"}).code == 1);
  CHECK(app.run({"journal", "search", "one"}).code == 1);
}

TEST_CASE("A discreet deletion shows no word", "[JournalDelete]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "secretword"});
  const Outcome outcome = app.run({"journal", "delete", "1", "--yes", "--discreet"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.find("secretword") == std::string::npos);
}

TEST_CASE("What is purged leaves no word in the file", "[JournalDelete]") {
  App app;
  app.run({"begin"});
  for (int i = 0; i < 300; ++i) {
    app.run({"journal", "add", "an ordinary page, number " + std::to_string(i)});
  }
  std::string text = "I met qzxjournalword again. ";
  for (int i = 0; i < 700; ++i) text += "long wqxfiller" + std::to_string(i) + ' ';
  app.run({"journal", "add", "--tag", "vqxtag", text});
  app.run({"journal", "edit", "301", "kqxsecond version"});
  app.run({"journal", "add", "the last page"});
  for (const char* word : {"qzxjournalword", "wqxfiller699", "vqxtag", "kqxsecond"}) {
    REQUIRE(holds(app, word));
  }
  REQUIRE(holds(app, "zxjournalword"));  // as the index cuts words off at what they share
  const Outcome outcome = app.run({"journal", "delete", "301", "--purge", "--yes"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring("Out of reach"));
  for (const char* word : {"zxjournal", "qxfiller", "vqxtag", "qxsecond"}) {
    INFO(word);
    CHECK_FALSE(holds(app, word));
  }
  CHECK_FALSE(std::filesystem::exists(app.data() / "lull.db-journal"));
  CHECK(app.run({"journal", "search", "ordinary", "-n", "1"}).code == 0);
  CHECK(all<Revision>(*open_store(app.data() / "lull.db")).empty());
  // The number is never used again.
  app.run({"journal", "add", "one more"});
  CHECK(app.run({"journal", "show", "303"}).code == 0);
}

TEST_CASE("What is in the trash can be purged, and a number named twice goes once",
          "[JournalDelete]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "one"});
  app.run({"journal", "add", "two"});
  app.run({"journal", "delete", "1", "--yes"});
  CHECK(app.run({"journal", "delete", "1", "1", "--last", "--purge", "--yes"}).code == 0);
  CHECK(open_store(app.data() / "lull.db")->count(TableId::entry) == 0);
}

TEST_CASE("The trash lets go of what has been in it for more than thirty days", "[JournalDelete]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "one"});
  app.run({"journal", "add", "two"});
  app.run({"journal", "add", "three"});
  app.run({"journal", "delete", "1", "--yes"});
  app.clock.move_to(kFridayEvening + 30 * 86'400);
  app.run({"journal", "delete", "2", "--yes"});
  CHECK(app.run({"journal", "restore", "1"}).code == 0);
  app.run({"journal", "delete", "1", "--yes"});
  app.clock.move_to(kFridayEvening + 61 * 86'400);
  app.run({"journal", "delete", "3", "--yes"});
  CHECK(app.run({"journal", "restore", "1"}).code == 1);
  CHECK(app.run({"journal", "restore", "2"}).code == 1);
  CHECK(app.run({"journal", "restore", "3"}).code == 0);
}

TEST_CASE("What is purged is gone from lull's backups too", "[JournalDelete]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "qzxjournalword"});
  app.run({"journal", "add", "ordinary"});
  app.run({"journal", "edit", "1", "kqxsecond"});
  for (int i = 0; i < 2; ++i) app.run({"backup", "create"});
  const auto files = list_backups(backup_folder(app.data()));
  REQUIRE(read_file(files[0].path).value().find("qzxjournalword") != std::string::npos);
  const Outcome outcome = app.run({"journal", "delete", "1", "--purge", "--yes"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err ==
        "   1  2026-11-20  kqxsecond\n"
        "Removed it for good, with what stood there before, the index of words and all that undo\n"
        "could take back; from 2 backups too.\n"
        "Out of reach: copies made by others (snapshots, synced folders, backups of the disk)\n"
        "and what a disk keeps of freed space.\n");
  for (const BackupFile& file : files) {
    const std::string bytes = read_file(file.path).value();
    CHECK(bytes.find("qzxjournalword") == std::string::npos);
    CHECK(bytes.find("kqxsecond") == std::string::npos);
    CHECK(check_journal(file.path).is_sound());
    CHECK(check_journal(file.path).entries == 1);
  }
}

TEST_CASE("A backup that purging can't reach is named", "[JournalDelete]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "qzxjournalword"});
  app.run({"backup", "create"});
  std::ofstream(list_backups(backup_folder(app.data())).at(0).path) << "no journal";
  const Outcome outcome = app.run({"journal", "delete", "1", "--purge", "--yes", "--quiet"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.find("Not reached: 2026-11-20-220000-asked.db (") == 0);
}

TEST_CASE("What the trash lets go of is gone from backups too, and undo keeps the rest",
          "[JournalDelete]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "qzxjournalword"});
  app.run({"backup", "create"});
  app.run({"journal", "delete", "1", "--yes"});
  app.clock.move_to(kFridayEvening + 31 * 86'400);
  app.run({"journal", "add", "a new day"});
  for (const BackupFile& file : list_backups(backup_folder(app.data()))) {
    CHECK(read_file(file.path).value().find("qzxjournalword") == std::string::npos);
  }
  CHECK(app.run({"undo", "--list"}).out.find("journal add") != std::string::npos);
  CHECK(app.run({"undo", "--yes"}).code == 0);
  CHECK(open_store(app.data() / "lull.db")->count(TableId::entry) == 0);
}

TEST_CASE("What is purged is gone from files that were set aside too", "[JournalDelete]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "qzxjournalword"});
  const auto aside = app.data() / "lull.db.before-repair-1795212000";
  write_file_atomically(aside, read_file(app.data() / "lull.db").value());
  write_file_atomically(app.data() / "lull.db.damaged-1795212000", "qzxjournalword");
  const Outcome outcome = app.run({"journal", "delete", "1", "--purge", "--yes", "--quiet"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.find("Not reached: lull.db.damaged-1795212000 (") == 0);
  CHECK(read_file(aside).value().find("qzxjournalword") == std::string::npos);
}
