#include "lull/store/change_log.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/found_ids.hpp"
#include "support/temp_dir.hpp"

using namespace lull;
using namespace lull::test;

namespace {

Row row_of(TableId table, std::int64_t seconds, std::string payload) {
  Row row;
  row.at = Instant{seconds};
  row.day = Day{static_cast<std::int32_t>(seconds / 86'400)};
  row.marks.resize(shape_of(table).marks.size());
  for (auto& mark : row.marks) mark = 1;
  if (table == TableId::entry) row.marks = {std::nullopt};
  row.payload = std::move(payload);
  return row;
}

std::int64_t add(Store& store, TableId table, std::int64_t seconds, const std::string& payload) {
  std::int64_t id = 0;
  store.change("add",
               [&](Change& change) { id = change.insert(table, row_of(table, seconds, payload)); });
  return id;
}

void rewrite(Store& store, TableId table, std::int64_t id, const std::string& payload) {
  store.change("edit", [&](Change& change) {
    Row row = store.find(table, id).value();
    row.payload = payload;
    change.update(table, row);
  });
}

void erase(Store& store, TableId table, std::int64_t id) {
  store.change("erase", [&](Change& change) { change.erase(table, id); });
}

// The oracle: every row of every table of a person's data, as it lies there.
std::string dump(Store& store) {
  std::string text;
  for (const TableId table : all_tables()) {
    store.each(table, {}, [&](Row&& row) {
      text += fmt::format("{} {} {} {} {}", shape_of(table).name, row.id, to_hex(row.uid),
                          row.at.seconds, row.day.number);
      for (const auto& mark : row.marks) text += mark ? fmt::format(" {}", *mark) : " -";
      text += " " + row.payload + "\n";
      return true;
    });
  }
  CHECK(store.damaged().empty());
  return text;
}

ErrorKind kind_of_refusal(Store& store, std::int64_t id) {
  try {
    store.take_back(id);
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::internal;
}

std::vector<std::int64_t> find_word(Store& store, const std::string& word) {
  SearchQuery query;
  query.wanted.push_back({TermKind::words, word});
  return found_ids(store, query, SearchOrder::oldest_first);
}

}  // namespace

TEST_CASE("an added row is taken back, and taking that back brings it again", "[ChangeLog]") {
  FixedClock clock(Instant{1'000'000});
  const auto store = open_memory_store(&clock);
  const std::string before = dump(*store);
  add(*store, TableId::entry, 86'400, "\nriver");
  const std::string after = dump(*store);

  store->take_back(1);
  CHECK(dump(*store) == before);
  store->take_back(2);
  CHECK(dump(*store) == after);
  CHECK(store->count(TableId::entry) == 1);

  const std::vector<LoggedChange> changes = store->changes();
  REQUIRE(changes.size() == 3);
  CHECK(changes[2].name == "add");
  CHECK(changes[2].at == Instant{1'000'000});
  CHECK_FALSE(changes[2].taken_back);
  CHECK(changes[2].touched ==
        std::vector<TouchedRows>{{TableId::entry, RowAction::added, 1, 1, 1, Day{1}, Day{1}}});
  CHECK(changes[1].name == "undo");
  CHECK(changes[1].undoes == 1);
  CHECK(changes[1].taken_back);
  CHECK(changes[1].touched.front().action == RowAction::removed);
  CHECK(changes[0].undoes == 2);
}

TEST_CASE("an edit and a removal are taken back to the byte", "[ChangeLog]") {
  const auto store = open_memory_store();
  const std::int64_t id = add(*store, TableId::contact, 5, "note a\n\n");
  const std::string first = dump(*store);
  rewrite(*store, TableId::contact, id, "note b\n\n");
  const std::string second = dump(*store);
  erase(*store, TableId::contact, id);
  store->take_back(3);
  CHECK(dump(*store) == second);
  store->take_back(2);
  CHECK(dump(*store) == first);
}

TEST_CASE("what changed since is a conflict, and nothing of the change is taken back",
          "[ChangeLog]") {
  const auto store = open_memory_store();
  store->change("import", [](Change& change) {
    for (int i = 1; i <= 5; ++i) change.insert(TableId::entry, row_of(TableId::entry, i, "\nx"));
  });
  rewrite(*store, TableId::entry, 3, "\ny");
  std::string before = dump(*store);
  CHECK(kind_of_refusal(*store, 1) == ErrorKind::refused);
  CHECK(dump(*store) == before);

  rewrite(*store, TableId::entry, 3, "\nz");
  before = dump(*store);
  CHECK(kind_of_refusal(*store, 2) == ErrorKind::refused);
  CHECK(dump(*store) == before);

  erase(*store, TableId::entry, 3);
  CHECK(kind_of_refusal(*store, 3) == ErrorKind::refused);
  CHECK(store->count(TableId::entry) == 4);
  CHECK(store->changes().size() == 4);
}

TEST_CASE("a change is taken back once, and only one that is remembered", "[ChangeLog]") {
  const auto store = open_memory_store();
  add(*store, TableId::urge, 1, "\n");
  CHECK(kind_of_refusal(*store, 7) == ErrorKind::not_found);
  store->take_back(1);
  CHECK(kind_of_refusal(*store, 1) == ErrorKind::refused);
  store->take_back(2);
  store->take_back(1);
  CHECK(store->count(TableId::urge) == 0);
}

TEST_CASE("the last hundred changes are kept, and their parts go with them", "[ChangeLog]") {
  const test::TempDir folder;
  create_store(folder / "lull.db");
  const auto store = open_store(folder / "lull.db");
  const std::int64_t id = add(*store, TableId::entry, 1, "\na");
  for (int i = 0; i < 150; ++i) rewrite(*store, TableId::entry, id, fmt::format("\n{}", i));
  const auto changes = store->changes();
  REQUIRE(changes.size() == kChangesKept);
  CHECK(changes.front().id == 151);
  CHECK(changes.back().id == 52);
  SQLite::Database database((folder / "lull.db").string());
  CHECK(database.execAndGet("SELECT count(*) FROM change_part").getInt() == kChangesKept);
  CHECK(database.execAndGet("SELECT min(change) FROM change_part").getInt() == 52);
}

TEST_CASE("a change that did nothing or threw is not remembered", "[ChangeLog]") {
  const auto store = open_memory_store();
  store->change("nothing", [](Change&) {});
  CHECK_THROWS_AS(store->change("no",
                                [](Change& change) {
                                  change.insert(TableId::urge, row_of(TableId::urge, 1, "\n"));
                                  throw Error(ErrorKind::refused, "no");
                                }),
                  Error);
  CHECK(store->changes().empty());
}

TEST_CASE("no word of a row that was added is in the record of it", "[ChangeLog]") {
  const test::TempDir folder;
  create_store(folder / "lull.db");
  add(*open_store(folder / "lull.db"), TableId::urge, 1, "\nglasswing");
  const std::string bytes = read_file(folder / "lull.db").value();
  const std::size_t first = bytes.find("glasswing");
  REQUIRE(first != std::string::npos);
  CHECK(bytes.find("glasswing", first + 1) == std::string::npos);
}

TEST_CASE("what must not come back is forgotten to the byte", "[ChangeLog]") {
  const test::TempDir folder;
  create_store(folder / "lull.db");
  const auto store = open_store(folder / "lull.db");
  const std::int64_t id = add(*store, TableId::entry, 1, "\nglasswing " + std::string(9000, 'x'));
  rewrite(*store, TableId::entry, id, "\nplain");
  erase(*store, TableId::entry, id);
  CHECK(read_file(folder / "lull.db").value().find("glasswing") != std::string::npos);
  store->change("purge", [](Change& change) { change.forget_changes(); });
  CHECK(store->changes().empty());
  CHECK(read_file(folder / "lull.db").value().find("glasswing") == std::string::npos);
  CHECK(kind_of_refusal(*store, 1) == ErrorKind::not_found);
  add(*store, TableId::entry, 1, "\nnew");
  CHECK(store->changes().front().id == 4);
}

TEST_CASE("the index of words follows what is taken back", "[ChangeLog]") {
  const auto store = open_memory_store();
  const std::int64_t id = add(*store, TableId::entry, 1, "\nriver");
  rewrite(*store, TableId::entry, id, "\nmountain");
  erase(*store, TableId::entry, id);
  CHECK(find_word(*store, "mountain").empty());
  store->take_back(3);
  CHECK(find_word(*store, "mountain") == std::vector<std::int64_t>{id});
  store->take_back(2);
  CHECK(find_word(*store, "mountain").empty());
  CHECK(find_word(*store, "river") == std::vector<std::int64_t>{id});
  store->take_back(1);
  CHECK(find_word(*store, "river").empty());
}

TEST_CASE("a record that was damaged says so and takes nothing back", "[ChangeLog]") {
  const test::TempDir folder;
  const auto path = folder / "lull.db";
  create_store(path);
  {
    const auto store = open_store(path);
    add(*store, TableId::entry, 1, "\na");
    rewrite(*store, TableId::entry, 1, "\nb");
  }
  const std::string sound = read_file(path).value();
  for (const char* statement :
       {"UPDATE change_log SET name = 'x' WHERE id = 2", "UPDATE change_log SET touched = 'x y'",
        "UPDATE change_part SET inverse = x'00'", "DELETE FROM change_part",
        "UPDATE change_part SET digest = x''"}) {
    CAPTURE(statement);
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(statement);
    const auto store = open_store(path);
    CHECK(kind_of_refusal(*store, 2) == ErrorKind::store);
    CHECK(store->find(TableId::entry, 1).value().payload == "\nb");
    write_file_atomically(path, sound);
  }
}

TEST_CASE("two programs take back what the other one did", "[ChangeLog]") {
  const test::TempDir folder;
  create_store(folder / "lull.db");
  const auto one = open_store(folder / "lull.db");
  const auto two = open_store(folder / "lull.db");
  add(*one, TableId::entry, 1, "\na");
  add(*two, TableId::entry, 2, "\nb");
  rewrite(*one, TableId::entry, 2, "\nc");
  CHECK(kind_of_refusal(*two, 2) == ErrorKind::refused);
  two->take_back(3);
  one->take_back(2);
  CHECK(kind_of_refusal(*two, 2) == ErrorKind::refused);
  CHECK(two->count(TableId::entry) == 1);
}

TEST_CASE("a change larger than one part is taken back whole, and again", "[ChangeLog]") {
  const auto store = open_memory_store();
  const std::string large(3 * 1024 * 1024, 'x');
  store->change("import", [&](Change& change) {
    for (int i = 0; i < 8; ++i) {
      change.insert(TableId::urge, row_of(TableId::urge, i, fmt::format("\n{}{}", i, large)));
    }
  });
  const std::string full = dump(*store);
  store->take_back(1);
  CHECK(store->count(TableId::urge) == 0);
  store->take_back(2);
  CHECK(dump(*store) == full);
  store->take_back(3);
  CHECK(store->count(TableId::urge) == 0);
}

namespace {

// One random change of one to four steps on a few rows; steps that cannot be done are left out.
void change_at_random(Store& store, std::mt19937& random) {
  store.change("random", [&](Change& change) {
    const auto steps = 1 + random() % 4;
    for (std::size_t step = 0; step < steps; ++step) {
      const TableId table = all_tables()[random() % all_tables().size()];
      const auto id = static_cast<std::int64_t>(1 + random() % 4);
      const std::optional<Row> row = store.find(table, id);
      const std::string payload = fmt::format("\nword{} {}", random() % 9, random());
      switch (random() % 4) {
        case 0:
          if (row) change.erase(table, id);
          break;
        case 1:
          if (row) {
            Row changed = *row;
            changed.payload = payload;
            change.update(table, changed);
          }
          break;
        case 2:
          if (!row) {  // under a given number, perhaps of a row that was removed
            Row given = row_of(table, static_cast<std::int64_t>(random() % 1'000'000), payload);
            given.id = id;
            change.insert(table, given);
          }
          break;
        default:
          change.insert(table,
                        row_of(table, static_cast<std::int64_t>(random() % 1'000'000), payload));
      }
    }
  });
}

std::string found_words(Store& store) {
  std::string text;
  for (int i = 0; i < 9; ++i) {
    for (const std::int64_t id : find_word(store, fmt::format("word{}", i))) {
      text += fmt::format("{} {}\n", i, id);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("taken back one by one, random changes give every earlier state again", "[ChangeLog]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto store = open_memory_store();
    std::vector<std::string> states;
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 25; ++i) {
      const std::string state = dump(*store) + found_words(*store);
      const auto known = store->changes();
      change_at_random(*store, random);
      const auto now = store->changes();
      if (now.size() == known.size()) continue;
      states.push_back(state);
      ids.push_back(now.front().id);
    }
    const std::string last = dump(*store) + found_words(*store);
    while (!ids.empty()) {
      store->take_back(ids.back());
      REQUIRE(dump(*store) + found_words(*store) == states.back());
      ids.pop_back();
      states.pop_back();
    }
    // And forward again, by taking back the taking back, newest first.
    const auto changes = store->changes();
    for (const LoggedChange& change : changes) {
      if (change.undoes) store->take_back(change.id);
    }
    REQUIRE(dump(*store) + found_words(*store) == last);
  }
}

TEST_CASE("what is erased for good takes the changes to it along, and no other", "[ChangeLog]") {
  const test::TempDir folder;
  create_store(folder / "lull.db");
  const auto store = open_store(folder / "lull.db");
  add(*store, TableId::entry, 1, "\nglasswing " + std::string(9000, 'x'));
  add(*store, TableId::entry, 2, "\nkept");
  rewrite(*store, TableId::entry, 1, "\nplain");
  store->change("purge", [](Change& change) {
    change.erase(TableId::entry, 1);
    change.forget_erased();
  });
  const auto changes = store->changes();
  REQUIRE(changes.size() == 1);
  CHECK(changes.front().id == 2);
  CHECK(read_file(folder / "lull.db").value().find("glasswing") == std::string::npos);
  store->take_back(2);
  CHECK(store->count(TableId::entry) == 0);
}
