// A canned journal of every schema there ever was, each with the same period, entry and contact.
#include <filesystem>

#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
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

TEST_CASE("words written before there was an index are found after the migration", "[migration]") {
  test::App app;
  create_private_folder(app.data());
  write_file_atomically(app.data() / "lull.db", canned(1));
  CHECK(app.run({"journal", "search", "river"}).code == 0);
  CHECK(app.run({"journal", "search", "mountain"}).code == 1);
}
