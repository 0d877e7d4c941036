// A canned journal of every schema there ever was, each with the same period, entry and contact.
#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <filesystem>

#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/examination.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace lull;

namespace {

std::string canned(int version) {
  return read_file(test::source_folder() / "store/schema" / ("v" + std::to_string(version) + ".db"))
      .value();
}

// What a kill in the middle of a migration to `version` leaves: changed pages, the number of the
// new form among them, and beside them the journal that takes them back.
void write_half_migrated(const std::filesystem::path& path, int version) {
  const test::TempDir elsewhere;
  const auto working = elsewhere.path() / "lull.db";
  write_file_atomically(working, canned(1));
  SQLite::Database database(working.string(), SQLite::OPEN_READWRITE);
  database.exec("BEGIN EXCLUSIVE");
  database.exec("CREATE TABLE half_done(id INTEGER)");
  database.exec("PRAGMA user_version = " + std::to_string(version));
  REQUIRE(sqlite3_db_cacheflush(database.getHandle()) == SQLITE_OK);
  std::string bytes = read_file(working).value();
  bytes.at(63) = static_cast<char>(version);  // SQLite writes its first page at the very end
  write_file_atomically(path, bytes);
  write_file_atomically(path.string() + "-journal",
                        read_file(working.string() + "-journal").value());
}

}  // namespace

TEST_CASE("a journal of every past schema opens with everything in it", "[migration]") {
  for (int version = 1; version <= kSchemaVersion; ++version) {
    CAPTURE(version);
    const test::TempDir folder;
    const auto path = folder.path() / "lull.db";
    write_file_atomically(path, canned(version));
    const auto store = open_store(path);
    const auto entries = all<Entry>(*store);
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().text == "The river was quiet.");
    CHECK(entries.front().tags == std::vector<std::string>{"sleep"});
    CHECK(all<QuietPeriod>(*store).front().alias == "Robin");
    CHECK(all<Contact>(*store).front().breaks);
    CHECK(all<Urge>(*store).empty());
    CHECK(store->damaged().empty());
    // What was recorded in an older form can't be taken back in this one.
    if (version < kSchemaVersion) CHECK(store->changes().empty());
    const auto copies = list_backups(backup_folder(folder.path()));
    REQUIRE(copies.size() == (version < kSchemaVersion ? 1U : 0U));
    if (!copies.empty()) {
      CHECK(copies.front().reason == BackupReason::migration);
      CHECK(check_journal(copies.front().path).version == version);
    }
  }
}

TEST_CASE("the copy made before a migration is the old journal, private, and opens by itself",
          "[migration]") {
  const test::TempDir folder;
  const auto path = folder.path() / "lull.db";
  write_file_atomically(path, canned(1));
  open_store(path);
  const auto copy = list_backups(backup_folder(folder.path())).at(0).path;
  CHECK((std::filesystem::status(copy).permissions() & std::filesystem::perms(077)) ==
        std::filesystem::perms::none);
  std::filesystem::rename(copy, path);
  CHECK(all<Entry>(*open_store(path)).size() == 1);
}

TEST_CASE("a migration that was killed halfway is begun again at the next start", "[migration]") {
  const test::TempDir folder;
  const auto path = folder.path() / "lull.db";
  write_half_migrated(path, kSchemaVersion);
  const auto store = open_store(path);
  CHECK(all<Entry>(*store).at(0).text == "The river was quiet.");
  CHECK(list_backups(backup_folder(folder.path())).size() == 1);
}

TEST_CASE("a journal whose migration was killed is examined as the older one that it is",
          "[migration]") {
  const test::TempDir folder;
  const auto path = folder.path() / "lull.db";
  write_half_migrated(path, kSchemaVersion);
  const Examination found = examine_store(path);
  CHECK(found.version == 1);
  CHECK_FALSE(found.is_damaged());
}

TEST_CASE("words written before there was an index are found after the migration", "[migration]") {
  test::App app;
  create_private_folder(app.data());
  write_file_atomically(app.data() / "lull.db", canned(1));
  CHECK(app.run({"journal", "search", "river"}).code == 0);
  CHECK(app.run({"journal", "search", "mountain"}).code == 1);
}
