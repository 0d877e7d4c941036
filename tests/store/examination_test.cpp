#include "lull/store/examination.hpp"

#include <SQLiteCpp/Database.h>
#include <sys/stat.h>

#include <algorithm>

#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"
#include "support/temp_dir.hpp"

using namespace lull;

namespace {

Entry entry_of(const std::string& text, std::int64_t at = 1'795'212'000) {
  Entry entry;
  entry.at.instant = Instant{at};
  entry.at.day = Day{static_cast<std::int32_t>(at / 86'400)};
  entry.text = text;
  return entry;
}

/// A journal in a folder of its own, and other programs that write to it.
class Journal3 {
 public:
  Journal3() {
    create_store(path());
    const auto store = open_store(path());
    store->change("test", [](Change& change) {
      for (const char* text : {"the river", "the bridge", "the lamp"}) {
        insert(change, entry_of(text));
      }
    });
  }
  std::filesystem::path path() const { return folder_.path() / "lull.db"; }
  std::filesystem::path folder() const { return folder_.path(); }
  void exec(const std::string& sql) const {
    SQLite::Database(path().string(), SQLite::OPEN_READWRITE).exec(sql);
  }
  Examination examine() const { return examine_store(path()); }
  const TableHealth& entries(const Examination& found) const {
    return *std::find_if(found.tables.begin(), found.tables.end(),
                         [](const TableHealth& table) { return table.table == TableId::entry; });
  }

 private:
  test::TempDir folder_;
};

}  // namespace

TEST_CASE("a sound journal has nothing that needs mending", "[Examination]") {
  const Journal3 journal;
  const Examination found = journal.examine();
  CHECK_FALSE(found.is_damaged());
  CHECK(found.version == kSchemaVersion);
  CHECK(found.index_agrees);
  CHECK(found.orphans.empty());
  CHECK_FALSE(found.was_interrupted);
  CHECK(journal.entries(found).rows == 3);
  CHECK(found.newest == Instant{1'795'212'000});
}

TEST_CASE("examining a journal changes neither a byte nor the folder", "[Examination]") {
  const Journal3 journal;
  const auto before = read_file(journal.path());
  journal.examine();
  CHECK(read_file(journal.path()) == before);
  CHECK(std::distance(std::filesystem::directory_iterator(journal.folder()), {}) == 1);
}

TEST_CASE("a journal of every past schema is sound as it stands", "[Examination]") {
  for (int version = 1; version <= kSchemaVersion; ++version) {
    CAPTURE(version);
    const test::TempDir folder;
    const auto path = folder.path() / "lull.db";
    write_file_atomically(path, read_file(test::source_folder() / "store/schema" /
                                          ("v" + std::to_string(version) + ".db"))
                                    .value());
    const Examination found = examine_store(path);
    CHECK_FALSE(found.is_damaged());
    CHECK(found.version == version);
  }
}

TEST_CASE("a changed letter is found by its row's digest", "[Examination]") {
  const Journal3 journal;
  journal.exec(
      "UPDATE entry SET payload = CAST(replace(CAST(payload AS TEXT), 'bridge', 'fridge') AS BLOB) "
      "WHERE id = 2");
  const Examination found = journal.examine();
  CHECK(found.is_damaged());
  CHECK(journal.entries(found).damaged == std::vector<std::int64_t>{2});
  CHECK(journal.entries(found).rows == 2);
}

TEST_CASE("what another program added to the schema is named, and what it took", "[Examination]") {
  const Journal3 journal;
  journal.exec("CREATE TRIGGER spy AFTER INSERT ON entry BEGIN SELECT 1; END");
  journal.exec("DROP INDEX entry_at");
  const Examination found = journal.examine();
  CHECK(found.foreign == std::vector<std::string>{"trigger spy"});
  CHECK(found.missing == std::vector<std::string>{"index entry_at"});
  CHECK(found.is_damaged());
}

TEST_CASE("an index of words that lost a word is seen, and mending brings it back",
          "[Examination]") {
  const Journal3 journal;
  journal.exec(
      "INSERT INTO entry_search(entry_search, rowid, text) VALUES('delete', 1, "
      "'the river')");
  const Examination found = journal.examine();
  CHECK_FALSE(found.index_agrees);
  mend_store(journal.path(), found);
  CHECK(journal.examine().index_agrees);
}

TEST_CASE("a revision without its entry is an orphan, and mending removes it", "[Examination]") {
  const Journal3 journal;
  open_store(journal.path())->change("test", [](Change& change) {
    Revision revision;
    revision.replaced = Instant{1'795'212'000};
    revision.entry = 77;
    revision.before = entry_of("long gone");
    insert(change, revision);
  });
  const Examination found = journal.examine();
  CHECK(found.orphans == std::vector<std::int64_t>{1});
  CHECK_FALSE(found.is_damaged());
  mend_store(journal.path(), found);
  CHECK(journal.examine().orphans.empty());
}

TEST_CASE("pages that were overwritten are faults, and the rest is still counted",
          "[Examination]") {
  const Journal3 journal;
  std::string bytes = read_file(journal.path()).value();
  bytes.replace(bytes.size() - 4096, 4096, 4096, '\xa5');
  write_file_atomically(journal.path(), bytes);
  const Examination found = journal.examine();
  CHECK(found.is_damaged());
  CHECK_FALSE(found.faults.empty());
}

TEST_CASE("a file that is not a journal is refused by the examination too", "[Examination]") {
  const test::TempDir folder;
  const auto path = folder.path() / "lull.db";
  CHECK_THROWS_AS(examine_store(path), Error);
  write_file_atomically(path, "a letter to nobody");
  CHECK_THROWS_AS(examine_store(path), Error);
}

TEST_CASE("a journal that others may read is examined all the same", "[Examination]") {
  const Journal3 journal;
  chmod(journal.path().c_str(), 0644);
  CHECK_FALSE(journal.examine().is_damaged());
}

TEST_CASE("a write that was cut short is taken back when the journal is examined, and told of",
          "[Examination]") {
  const Journal3 journal;
  const test::TempDir elsewhere;
  const auto copy = elsewhere.path() / "lull.db";
  {
    // A transaction that has reached the file already, as a power cut would leave it.
    SQLite::Database database(journal.path().string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA cache_size = 1");
    database.exec("BEGIN IMMEDIATE");
    database.exec("UPDATE entry SET payload = randomblob(20000)");
    std::filesystem::copy_file(journal.path(), copy);
    std::filesystem::copy_file(journal.path().string() + "-journal", copy.string() + "-journal");
    database.exec("ROLLBACK");
  }
  const Examination found = examine_store(copy);
  CHECK(found.was_interrupted);
  CHECK_FALSE(found.is_damaged());
  CHECK(journal.entries(found).rows == 3);
  CHECK_FALSE(examine_store(copy).was_interrupted);
}
