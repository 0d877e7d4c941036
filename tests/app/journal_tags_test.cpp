#include "lull/app/journal_tags.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "lull/base/utf8.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace lull;

namespace {

// The slow way: every entry, oldest first, read whole.
std::vector<TagCount> count_whole(Store& store) {
  std::vector<TagCount> tags;
  each<Entry>(store, {}, [&](Entry&& entry) {
    if (entry.trashed_on) return true;
    for (const std::string& tag : entry.tags) {
      auto known = std::find_if(tags.begin(), tags.end(), [&](const TagCount& count) {
        return fold(count.tag) == fold(tag);
      });
      if (known == tags.end()) known = tags.insert(tags.end(), {tag, 0});
      ++known->entries;
    }
    return true;
  });
  std::sort(tags.begin(), tags.end(), [](const TagCount& left, const TagCount& right) {
    return left.entries != right.entries ? left.entries > right.entries : left.tag < right.tag;
  });
  return tags;
}

std::vector<std::pair<std::string, int>> plain(const std::vector<TagCount>& tags) {
  std::vector<std::pair<std::string, int>> counts;
  for (const TagCount& count : tags) counts.emplace_back(count.tag, count.entries);
  return counts;
}

// More than are read by one connection alone.
constexpr int kLong = 6000;

void fill(Store& store, std::mt19937& random, int count, int long_heads) {
  const std::vector<std::string> known{"sleep",       "Sleep",     "work",      "WORK",
                                       "a\nline",     "caf\u00e9", "CAF\u00c9", "back\\slash",
                                       "back\\Slash", "tag"};
  store.change("write", [&](Change& change) {
    for (int i = 0; i < count; ++i) {
      Entry entry;
      entry.at.instant = Instant{static_cast<std::int64_t>(random() % 5000)};
      entry.at.day = Day{0};
      for (std::size_t left = random() % 4; left > 0; --left) {
        entry.tags.push_back(known[random() % known.size()]);
      }
      if (random() % 3 == 0) entry.feelings = {"tag me"};
      if (random() % 9 == 0) entry.trashed_on = Day{3};
      // What looks like a tag after the empty line is text; and a head may be longer than a piece.
      entry.text = "tag text\n\ntag more\n";
      if (i < long_heads) entry.feelings.push_back(std::string(300'000, 'x'));
      insert(change, entry);
    }
  });
}

}  // namespace

TEST_CASE("Tags are counted as by reading every entry, sealed or not", "[JournalTags]") {
  std::mt19937 random(4);
  test::TempDir folder;
  create_store(folder / "lull.db");
  const auto store = open_store(folder / "lull.db");
  CHECK(count_tags(*store).empty());
  fill(*store, random, 200, 5);
  const auto expected = plain(count_whole(*store));
  CHECK(expected.size() == 6);
  CHECK(plain(count_tags(*store)) == expected);

  const NewVault vault = make_vault(Secret(std::string("p")), kLeastCost);
  store->relock(vault.record, vault.key);
  CHECK(plain(count_tags(*store)) == expected);
}

TEST_CASE("Tags of a journal so long that several read it are counted as by reading every entry",
          "[JournalTags]") {
  std::mt19937 random(5);
  test::TempDir folder;
  create_store(folder / "lull.db");
  const auto store = open_store(folder / "lull.db");
  fill(*store, random, kLong, 0);
  store->change("purge", [](Change& change) {
    for (std::int64_t id = 100; id < kLong; id += 7) change.erase(TableId::entry, id);
  });
  const auto expected = plain(count_whole(*store));
  CHECK(expected.size() == 6);
  CHECK(plain(count_tags(*store)) == expected);

  SECTION("and so while a change is under way, with what it has written") {
    store->change("write", [&](Change& change) {
      Entry entry;
      entry.tags = {"unheard-of"};
      insert(change, entry);
      const auto during = plain(count_tags(*store));
      CHECK(during.size() == 7);
      CHECK(during == plain(count_whole(*store)));
    });
  }
  SECTION("and so when another file was put in its place meanwhile") {
    std::filesystem::rename(folder / "lull.db", folder / "aside.db");
    create_store(folder / "lull.db");
    fill(*open_store(folder / "lull.db"), random, 3, 0);
    CHECK(plain(count_tags(*store)) == expected);
  }
  SECTION("and so when its file can't be opened again") {
    std::filesystem::rename(folder / "lull.db", folder / "aside.db");
    CHECK(plain(count_tags(*store)) == expected);
  }
  SECTION("and so in memory") {
    const auto memory = open_memory_store();
    fill(*memory, random, kLong, 0);
    CHECK(plain(count_tags(*memory)) == plain(count_whole(*memory)));
  }
}

TEST_CASE(
    "Entries without a head are left out of the tags and named, whoever of several readers met "
    "them",
    "[JournalTags]") {
  std::mt19937 random(6);
  test::TempDir folder;
  create_store(folder / "lull.db");
  fill(*open_store(folder / "lull.db"), random, kLong, 0);
  SQLite::Database((folder / "lull.db").string(), SQLite::OPEN_READWRITE)
      .exec(fmt::format("UPDATE entry SET payload = CAST('tag lost' AS BLOB) WHERE id IN (3, {})",
                        kLong - 3));
  const auto store = open_store(folder / "lull.db");
  CHECK(!count_tags(*store).empty());
  REQUIRE(store->damaged().size() == 2);
  CHECK(store->damaged()[0].id == 3);
  CHECK(store->damaged()[1].id == kLong - 3);
}
