#include "lull/store/salvage.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <random>

#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/store/examination.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace lull;

namespace {

constexpr int kEntries = 200;

std::string text_of(int number) {
  return "page " + std::to_string(number) + std::string(300, static_cast<char>('a' + number % 26));
}

/// A journal of 200 entries whose bytes a test may damage.
class DamagedJournal {
 public:
  DamagedJournal() {
    create_store(path());
    open_store(path())->change("test", [](Change& change) {
      for (int number = 1; number <= kEntries; ++number) {
        Entry entry;
        entry.at.instant = Instant{1'795'212'000 + number};
        entry.at.day = Day{20'777};
        entry.text = text_of(number);
        insert(change, entry);
      }
    });
  }
  std::filesystem::path path() const { return folder_.path() / "lull.db"; }
  std::filesystem::path fresh() const { return folder_.path() / "fresh.db"; }
  std::string bytes() const { return read_file(path()).value(); }
  void damage(const std::function<void(std::string&)>& change) const {
    std::string now = bytes();
    change(now);
    write_file_atomically(path(), now);
  }
  Salvage salvage() const { return salvage_store(path(), fresh()); }
  /// How many entries of the new journal are there, each of them exactly as it was written.
  int intact() const {
    const auto store = open_store(fresh());
    int count = 0;
    for (const Entry& entry : all<Entry>(*store)) {
      CHECK(entry.text == text_of(static_cast<int>(entry.id)));
      ++count;
    }
    CHECK(store->damaged().empty());
    CHECK_FALSE(examine_store(fresh()).is_damaged());
    return count;
  }
  std::size_t page_of_entry(int id) const {
    return bytes().find("page " + std::to_string(id) +
                        std::string(1, static_cast<char>('a' + id % 26))) /
           4096;
  }

 private:
  test::TempDir folder_;
};

}  // namespace

TEST_CASE("a sound journal is salvaged whole, and nothing of the old file changes", "[Salvage]") {
  const DamagedJournal journal;
  const std::string before = journal.bytes();
  const Salvage salvage = journal.salvage();
  CHECK(salvage.is_complete);
  CHECK(salvage.damaged.empty());
  CHECK(salvage.rows == kEntries);
  CHECK(journal.intact() == kEntries);
  CHECK(journal.bytes() == before);
}

TEST_CASE("a page that was overwritten takes only its own rows along", "[Salvage]") {
  const DamagedJournal journal;
  const std::size_t page = journal.page_of_entry(100);
  journal.damage([&](std::string& bytes) { bytes.replace(page * 4096, 4096, 4096, '\0'); });
  const Salvage salvage = journal.salvage();
  CHECK_FALSE(salvage.is_complete);
  // A page holds eight to ten of these.
  CHECK(journal.intact() >= kEntries - 12);
}

TEST_CASE("rows between two broken pages are found", "[Salvage]") {
  const DamagedJournal journal;
  const std::size_t first = journal.page_of_entry(50);
  const std::size_t second = journal.page_of_entry(150);
  journal.damage([&](std::string& bytes) {
    bytes.replace(first * 4096, 4096, 4096, '\xff');
    bytes.replace(second * 4096, 4096, 4096, '\xff');
  });
  journal.salvage();
  CHECK(journal.intact() >= kEntries - 24);
}

TEST_CASE("a file that was cut short gives what stands before the cut", "[Salvage]") {
  const DamagedJournal journal;
  const std::size_t page = journal.page_of_entry(120);
  journal.damage([&](std::string& bytes) { bytes.resize(page * 4096 + 100); });
  journal.salvage();
  CHECK(journal.intact() > 0);
}

TEST_CASE("a header of zeros costs no row", "[Salvage]") {
  const DamagedJournal journal;
  journal.damage([](std::string& bytes) { bytes.replace(0, 100, 100, '\0'); });
  CHECK_THROWS_AS(open_store(journal.path()), Error);
  journal.salvage();
  CHECK(journal.intact() == kEntries);
}

TEST_CASE("a row whose words were changed is left out of the new journal and kept beside it",
          "[Salvage]") {
  const DamagedJournal journal;
  SQLite::Database(journal.path().string(), SQLite::OPEN_READWRITE)
      .exec(
          "UPDATE entry SET payload = CAST(replace(CAST(payload AS TEXT), 'page 7', 'page 8') AS "
          "BLOB) WHERE id = 7");
  const Salvage salvage = journal.salvage();
  REQUIRE(salvage.damaged.size() == 1);
  CHECK(salvage.damaged.front().id == 7);
  CHECK_THAT(salvage.remains, Catch::Matchers::ContainsSubstring("== entry 7\n"));
  CHECK_THAT(salvage.remains, Catch::Matchers::ContainsSubstring("page 8"));
  CHECK(journal.intact() == kEntries - 1);
}

TEST_CASE("an id that was given out is not given again after a salvage", "[Salvage]") {
  const DamagedJournal journal;
  SQLite::Database(journal.path().string(), SQLite::OPEN_READWRITE)
      .exec("DELETE FROM entry WHERE id = 200");
  journal.salvage();
  Entry entry;
  entry.text = "after";
  open_store(journal.fresh())->change("test", [&](Change& change) {
    CHECK(insert(change, entry) == 201);
  });
}

TEST_CASE("a salvage never writes over a file", "[Salvage]") {
  const DamagedJournal journal;
  write_file_atomically(journal.fresh(), "mine");
  CHECK_THROWS_AS(journal.salvage(), Error);
  CHECK(read_file(journal.fresh()) == "mine");
}

TEST_CASE("a file with nothing of a journal in it gives no new journal", "[Salvage]") {
  const DamagedJournal journal;
  journal.damage([](std::string& bytes) { bytes.assign(bytes.size(), 'x'); });
  CHECK_THROWS_AS(journal.salvage(), Error);
  CHECK_FALSE(std::filesystem::exists(journal.fresh()));
}

TEST_CASE("no damage makes a salvage crash or bring up a changed word", "[Salvage]") {
  const DamagedJournal journal;
  const std::string sound = journal.bytes();
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    std::string bytes = sound;
    for (unsigned i = 0; i < 1 + random() % 20; ++i) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    write_file_atomically(journal.path(), bytes);
    std::filesystem::remove(journal.fresh());
    try {
      journal.salvage();
      journal.intact();
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::store);
    }
  }
}
