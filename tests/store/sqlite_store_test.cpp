#include "lull/store/sqlite_store.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace lull;

namespace {

Row row_at(std::int64_t seconds, std::string payload) {
  Row row;
  row.at = Instant{seconds};
  row.day = Day{static_cast<std::int32_t>(seconds / 86'400)};
  row.marks = {std::nullopt};
  row.payload = std::move(payload);
  return row;
}

std::vector<std::int64_t> ids(Store& store, const RowQuery& query) {
  std::vector<std::int64_t> found;
  store.each(TableId::entry, query, [&](Row&& row) {
    found.push_back(row.id);
    return true;
  });
  return found;
}

void add_rows(Store& store, const std::vector<std::int64_t>& instants) {
  store.change("test", [&](Change& change) {
    for (const std::int64_t at : instants) change.insert(TableId::entry, row_at(at, "\nx"));
  });
}

}  // namespace

TEST_CASE("a change that throws leaves nothing behind", "[SqliteStore]") {
  const auto store = open_memory_store();
  CHECK_THROWS_AS(store->change("test",
                                [&](Change& change) {
                                  change.insert(TableId::entry, row_at(1, "\na"));
                                  throw Error(ErrorKind::refused, "no");
                                }),
                  Error);
  CHECK(store->count(TableId::entry) == 0);
}

TEST_CASE("rows come oldest or newest first, equal instants in the order they were stored",
          "[SqliteStore]") {
  const auto store = open_memory_store();
  add_rows(*store, {30, 10, 20, 10});
  CHECK(ids(*store, {}) == std::vector<std::int64_t>{2, 4, 3, 1});
  RowQuery newest;
  newest.newest_first = true;
  CHECK(ids(*store, newest) == std::vector<std::int64_t>{1, 3, 4, 2});
}

TEST_CASE("bounds of a query take the first instant in and leave the last one out",
          "[SqliteStore]") {
  const auto store = open_memory_store();
  add_rows(*store, {10, 20, 30});
  RowQuery query;
  query.from = Instant{10};
  query.before = Instant{30};
  CHECK(ids(*store, query) == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("reading in pieces gives the same rows as sorting them all", "[SqliteStore]") {
  std::mt19937 random(7);
  const auto store = open_memory_store();
  std::vector<std::pair<std::int64_t, std::int64_t>> expected;
  store->change("test", [&](Change& change) {
    for (int i = 0; i < 300; ++i) {
      const auto at = static_cast<std::int64_t>(random() % 40);
      // Large payloads, so that one piece holds only a few rows.
      expected.emplace_back(
          at, change.insert(TableId::entry, row_at(at, "\n" + std::string(20'000, 'x'))));
    }
  });
  std::sort(expected.begin(), expected.end());
  std::vector<std::int64_t> in_order;
  for (const auto& [at, id] : expected) in_order.push_back(id);
  CHECK(ids(*store, {}) == in_order);
  std::reverse(in_order.begin(), in_order.end());
  RowQuery newest;
  newest.newest_first = true;
  CHECK(ids(*store, newest) == in_order);
}

TEST_CASE("a walk may write and stop half way", "[SqliteStore]") {
  const auto store = open_memory_store();
  add_rows(*store, {1, 2, 3});
  int seen = 0;
  store->each(TableId::entry, {}, [&](Row&& row) {
    ++seen;
    store->change("test", [&](Change& change) { change.erase(TableId::entry, row.id); });
    return seen < 2;
  });
  CHECK(seen == 2);
  CHECK(store->count(TableId::entry) == 1);
}

TEST_CASE("updating or erasing a row that is not there is refused", "[SqliteStore]") {
  const auto store = open_memory_store();
  Row row = row_at(1, "\nx");
  row.id = 9;
  const auto update = [&](Change& change) { change.update(TableId::entry, row); };
  const auto erase = [](Change& change) { change.erase(TableId::entry, 9); };
  CHECK_THROWS_AS(store->change("test", update), Error);
  CHECK_THROWS_AS(store->change("test", erase), Error);
}

TEST_CASE("an id is never used again", "[SqliteStore]") {
  const auto store = open_memory_store();
  add_rows(*store, {1, 2});
  store->change("test", [](Change& change) { change.erase(TableId::entry, 2); });
  add_rows(*store, {3});
  CHECK(ids(*store, {}) == std::vector<std::int64_t>{1, 3});
}

TEST_CASE("within one change numbers go on after one that was given, and after one removed",
          "[SqliteStore]") {
  const auto store = open_memory_store();
  std::vector<std::int64_t> given;
  const auto insert = [&](Change& change, TableId table, std::int64_t id) {
    Row row = row_at(1, "\nx");
    row.id = id;
    row.marks.resize(shape_of(table).marks.size());
    given.push_back(change.insert(table, row));
  };
  store->change("test", [&](Change& change) {
    insert(change, TableId::entry, 0);
    insert(change, TableId::entry, 50);
    insert(change, TableId::urge, 0);
    insert(change, TableId::entry, 7);
    insert(change, TableId::entry, 0);
    change.erase(TableId::entry, 51);
    insert(change, TableId::entry, 0);
  });
  store->change("test", [&](Change& change) { insert(change, TableId::entry, 0); });
  CHECK(given == std::vector<std::int64_t>{1, 50, 1, 7, 51, 52, 53});
}

TEST_CASE("a row changed behind our back is named and left out, the rest is read",
          "[SqliteStore]") {
  const test::TempDir folder;
  const auto path = folder.path() / "lull.db";
  create_store(path);
  add_rows(*open_store(path), {1, 2, 3});
  for (const char* statement : {"UPDATE entry SET payload = x'0a79' WHERE id = 2",
                                "UPDATE entry SET day = day + 1 WHERE id = 2",
                                "UPDATE entry SET trashed_on = 5 WHERE id = 2",
                                "UPDATE entry SET digest = x'00' WHERE id = 2"}) {
    CAPTURE(statement);
    const std::string before = read_file(path).value();
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(statement);
    const auto store = open_store(path);
    CHECK(ids(*store, {}) == std::vector<std::int64_t>{1, 3});
    REQUIRE(store->damaged().size() == 1);
    CHECK(store->damaged().front().id == 2);
    CHECK_THROWS_AS(store->find(TableId::entry, 2), Error);
    write_file_atomically(path, before);
  }
}

TEST_CASE("a journal is made private and whole, and made only once", "[SqliteStore]") {
  const test::TempDir folder;
  const auto path = folder.path() / "inner" / "lull.db";
  create_store(path);
  add_rows(*open_store(path), {1});
  create_store(path);
  CHECK(open_store(path)->count(TableId::entry) == 1);
  CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms(077)) ==
        std::filesystem::perms::none);
  CHECK((std::filesystem::status(path.parent_path()).permissions() & std::filesystem::perms(077)) ==
        std::filesystem::perms::none);
}

TEST_CASE("what is not a lull journal is refused, and not one byte of it changes",
          "[SqliteStore]") {
  const test::TempDir folder;
  const auto path = folder.path() / "lull.db";
  create_store(path);
  const std::string sound = read_file(path).value();
  const auto with = [&](std::size_t at, const std::string& bytes) {
    std::string changed = sound;
    changed.replace(at, bytes.size(), bytes);
    return changed;
  };
  const std::vector<std::string> files{"",
                                       "dear diary",
                                       std::string(4096, '\0'),
                                       sound.substr(0, 60),
                                       with(68, "Else"),
                                       with(60, std::string("\0\0\0\x63", 4)),
                                       with(60, std::string(4, '\0'))};
  for (const std::string& bytes : files) {
    write_file_atomically(path, bytes);
    try {
      open_store(path);
      FAIL("it was opened");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::store);
    }
    CHECK(read_file(path).value() == bytes);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  }
}

TEST_CASE("a journal that others may read is refused with the line that mends it",
          "[SqliteStore]") {
  const test::TempDir folder;
  const auto path = folder.path() / "lull.db";
  create_store(path);
  std::filesystem::permissions(path, std::filesystem::perms(0644));
  try {
    open_store(path);
    FAIL("it was opened");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::permissions);
    CHECK_THAT(error.hint(), Catch::Matchers::ContainsSubstring("chmod 600"));
  }
}

TEST_CASE("a missing journal, a folder in its place and a link to nothing are told apart",
          "[SqliteStore]") {
  const test::TempDir folder;
  const auto kind_of = [&](const std::filesystem::path& path) {
    try {
      open_store(path);
    } catch (const Error& error) {
      return error.kind();
    }
    return ErrorKind::internal;
  };
  CHECK(kind_of(folder.path() / "none.db") == ErrorKind::not_found);
  std::filesystem::create_directory(folder.path() / "folder.db");
  CHECK(kind_of(folder.path() / "folder.db") == ErrorKind::store);
  std::filesystem::create_symlink("nowhere", folder.path() / "link.db");
  CHECK(kind_of(folder.path() / "link.db") == ErrorKind::not_found);
}

TEST_CASE("a journal behind a symlink is followed and the link stays a link", "[SqliteStore]") {
  const test::TempDir folder;
  create_store(folder.path() / "real" / "lull.db");
  std::filesystem::create_symlink("real/lull.db", folder.path() / "lull.db");
  add_rows(*open_store(folder.path() / "lull.db"), {1});
  CHECK(std::filesystem::is_symlink(folder.path() / "lull.db"));
  CHECK(open_store(folder.path() / "real" / "lull.db")->count(TableId::entry) == 1);
}
