#include "lull/app/journal_tags.hpp"

#include <algorithm>
#include <map>
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

void fill(Store& store, std::mt19937& random, int count) {
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
      if (i % 40 == 7) entry.feelings.push_back(std::string(300'000, 'x'));
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
  fill(*store, random, 200);
  const auto expected = plain(count_whole(*store));
  CHECK(expected.size() == 6);
  CHECK(plain(count_tags(*store)) == expected);

  const NewVault vault = make_vault(Secret(std::string("p")), kLeastCost);
  store->relock(vault.record, vault.key);
  CHECK(plain(count_tags(*store)) == expected);
}
