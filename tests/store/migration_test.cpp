// A canned journal of every schema there ever was, each with the same period, entry and contact.
#include <cstdint>
#include <filesystem>

#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/examination.hpp"
#include "lull/store/locked_file.hpp"
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

constexpr std::size_t kPage = 4096;
constexpr std::size_t kVersionAt = 60;  // in SQLite's header

std::string big_endian(std::uint32_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xff);
  return bytes;
}

// SQLite's rollback journal that brings back the first page: a header of a sector, then the page's
// number, its bytes, and a sum of every two hundredth of them.
std::string journal_of_first_page(const std::string& file) {
  const std::string page = file.substr(0, kPage);
  std::uint32_t sum = 0;
  for (std::size_t at = kPage - 200; at > 0 && at < kPage; at -= 200) {
    sum += static_cast<unsigned char>(page[at]);
  }
  std::string journal("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
  journal += big_endian(1) + big_endian(0) +
             big_endian(static_cast<std::uint32_t>(file.size() / kPage)) + big_endian(512) +
             big_endian(kPage);
  journal.resize(512);
  return journal + big_endian(1) + page + big_endian(sum);
}

// A journal of version 1 as a kill leaves it whose migration had begun to write: the newest version
// stands in its header already, and beside it lies what takes that back.
void write_cut_short(const std::filesystem::path& path) {
  std::string file = canned(1);
  write_file_atomically(path.string() + "-journal", journal_of_first_page(file));
  file.replace(kVersionAt, 4, big_endian(kSchemaVersion));
  write_file_atomically(path, file);
}

}  // namespace

TEST_CASE("a migration that was killed while it wrote is done by the next opening", "[migration]") {
  const test::TempDir folder;
  const auto path = folder.path() / "lull.db";
  write_cut_short(path);
  CHECK(all<Entry>(*open_store(path)).size() == 1);
  write_cut_short(path);
  const Examination seen = examine_store(path);
  CHECK(seen.was_interrupted);
  CHECK(seen.version == 1);
  CHECK_FALSE(seen.is_damaged());
  write_cut_short(path);
  CHECK(check_journal(path).is_sound());
  write_cut_short(path);
  const NewVault vault = make_vault(Secret(std::string("a")), kLeastCost);
  seal_copy(path, vault.record, vault.key);
  CHECK(is_locked_file(path));
}

TEST_CASE("a locked journal is known as locked though a change to it was killed", "[migration]") {
  const test::TempDir folder;
  const auto path = folder.path() / "lull.db";
  const std::string file = read_file(test::source_folder() / "store/schema/v6-locked.db").value();
  write_file_atomically(path, file);
  REQUIRE(is_locked_file(path));
  write_file_atomically(path.string() + "-journal", journal_of_first_page(file));
  CHECK(is_locked_file(path));
}

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
