// Who wants the newest gets them without all that is found being looked at. They must be the first
// ones of the whole list, in whatever order the entries were written.
#include <algorithm>
#include <numeric>
#include <random>

#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/found_ids.hpp"

using namespace lull;
using namespace lull::test;

namespace {

using Ids = std::vector<std::int64_t>;

constexpr int kEntries = 4000;

// The instant of each entry, in the order in which they are written.
std::vector<std::int64_t> instants_of(const std::string& order, std::mt19937& random) {
  std::vector<std::int64_t> instants(kEntries);
  std::iota(instants.begin(), instants.end(), 1'000);
  if (order == "backwards") std::reverse(instants.begin(), instants.end());
  if (order == "shuffled") std::shuffle(instants.begin(), instants.end(), random);
  // An import of what is older, and of what lies between.
  if (order == "older last") {
    std::rotate(instants.begin(), instants.begin() + kEntries / 2, instants.end());
  }
  if (order == "a few later") {
    for (int i = 0; i < 20; ++i) std::swap(instants[random() % kEntries], instants.back());
  }
  if (order == "all at once") std::fill(instants.begin(), instants.end(), 5);
  return instants;
}

// What was written: "common" in every third, "mid" in a thirtieth, "rare" in twenty of them.
std::string text_of(int number, std::mt19937& random) {
  std::string text = "page";
  if (random() % 3 == 0) text += " common";
  if (random() % 30 == 0) text += " mid";
  if (number % 200 == 7) text += " rare";
  if (random() % 5 == 0) text += " left";
  if (random() % 50 == 0) text += " beginning";
  return text;
}

struct Shelf {
  std::unique_ptr<Store> store = open_memory_store();
  std::vector<Entry> entries;

  Shelf(const std::string& order, std::mt19937& random) {
    const std::vector<std::int64_t> instants = instants_of(order, random);
    store->change("write", [&](Change& change) {
      for (int i = 0; i < kEntries; ++i) {
        Entry entry;
        entry.at.instant = Instant{instants[static_cast<std::size_t>(i)]};
        entry.text = text_of(i, random);
        if (random() % 20 == 0) entry.trashed_on = Day{1};
        entry.id = insert(change, entry);
        entries.push_back(std::move(entry));
      }
    });
  }

  // The slow and obvious way.
  Ids newest(const std::string& wanted, const std::string& unwanted) const {
    std::vector<Entry> found;
    for (const Entry& entry : entries) {
      if (entry.trashed_on || entry.text.find(wanted) == std::string::npos) continue;
      if (!unwanted.empty() && entry.text.find(unwanted) != std::string::npos) continue;
      found.push_back(entry);
    }
    std::sort(found.begin(), found.end(), [](const Entry& left, const Entry& right) {
      return std::pair(left.at.instant, left.id) > std::pair(right.at.instant, right.id);
    });
    Ids ids;
    for (const Entry& entry : found) ids.push_back(entry.id);
    return ids;
  }
};

}  // namespace

TEST_CASE("The newest hits are the same whether all are looked at or a few", "[SearchWalk]") {
  std::mt19937 random(17);
  for (const char* order :
       {"forwards", "backwards", "shuffled", "older last", "a few later", "all at once"}) {
    const Shelf shelf(order, random);
    for (const char* wanted : {"common", "mid", "rare", "page", "nowhere"}) {
      for (const char* unwanted : {"", "left"}) {
        for (const std::string form : {"", "*"}) {  // with the index, and without
          INFO(order << ' ' << wanted << form << " -" << unwanted);
          const std::string without = *unwanted == 0 ? "" : std::string(" -") + unwanted;
          const SearchQuery query = parse_search_query(wanted + form + without);
          const Ids expected = shelf.newest(wanted, unwanted);
          REQUIRE(found_ids(*shelf.store, query, SearchOrder::newest_first) == expected);
          for (const std::size_t most : {1, 20, 100}) {
            Ids first = expected;
            first.resize(std::min(first.size(), most));
            REQUIRE(found_ids(*shelf.store, query, SearchOrder::newest_first, most) == first);
          }
        }
      }
    }
  }
}

TEST_CASE("A search inside a change sees what the change has written", "[SearchWalk]") {
  const auto store = open_memory_store();
  store->change("write", [&](Change& change) {
    Entry entry;
    entry.text = "river";
    insert(change, entry);
    CHECK(found_ids(*store, parse_search_query("river"), SearchOrder::newest_first) == Ids{1});
  });
  CHECK(found_ids(*store, parse_search_query("river"), SearchOrder::newest_first) == Ids{1});
}

TEST_CASE("What takes the hits may write to the journal meanwhile", "[SearchWalk]") {
  std::mt19937 random(3);
  const Shelf shelf("forwards", random);
  std::size_t changed = 0;
  shelf.store->each_found(parse_search_query("common"), SearchOrder::newest_first, [&](Row&& row) {
    shelf.store->change("star", [&](Change& change) {
      Entry entry = Record<Entry>::from_row(row);
      entry.starred = true;
      update(change, entry);
    });
    return ++changed < 200;
  });
  CHECK(changed == 200);
}
