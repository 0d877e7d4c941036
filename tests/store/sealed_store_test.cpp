// The store under a lock: what can be read without the key, with it, and after somebody tampered.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sodium.h>

#include <random>

#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/store/locked_file.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/found_ids.hpp"
#include "support/places.hpp"
#include "support/temp_dir.hpp"

using namespace lull;
using namespace lull::test;

namespace {

NewVault new_vault() { return make_vault(Secret(std::string("p")), kLeastCost); }

Entry entry_at(std::int64_t seconds, const std::string& text) {
  Entry entry;
  entry.at.instant = Instant{seconds};
  entry.at.day = Day{static_cast<std::int32_t>(seconds / 86'400)};
  entry.at.zone = "UTC";
  entry.text = text;
  entry.tags = tags_in(text);
  return entry;
}

void add(Store& store, const std::vector<Entry>& entries) {
  store.change("test", [&](Change& change) {
    for (const Entry& entry : entries) insert(change, entry);
  });
}

std::vector<std::string> texts(Store& store, const RowQuery& query = {}) {
  std::vector<std::string> found;
  each<Entry>(store, query, [&](Entry&& entry) {
    found.push_back(entry.text);
    return true;
  });
  return found;
}

ErrorKind kind_thrown(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.kind();
  }
  FAIL("nothing was thrown");
  return ErrorKind::internal;
}

/// A sealed journal in a file, with one entry, and another way into the file.
struct SealedFile {
  test::TempDir folder;
  std::filesystem::path path = folder / "lull.db";
  NewVault vault = new_vault();
  std::unique_ptr<Store> store;
  std::unique_ptr<SQLite::Database> raw;

  explicit SealedFile(const std::vector<Entry>& entries) {
    create_store(path);
    store = open_store(path);
    add(*store, entries);
    store->relock(vault.record, vault.key);
    raw = std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READWRITE);
    raw->exec("PRAGMA synchronous = OFF");
  }

  std::string blob(const std::string& sql) const {
    SQLite::Statement statement(*raw, sql);
    REQUIRE(statement.executeStep());
    const SQLite::Column column = statement.getColumn(0);
    return {static_cast<const char*>(column.getBlob()),
            static_cast<std::size_t>(column.getBytes())};
  }

  void set_blob(const std::string& column, const std::string& bytes, std::int64_t id = 1) const {
    SQLite::Statement statement(*raw, "UPDATE entry SET " + column + " = ? WHERE id = ?");
    statement.bind(1, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
    statement.bind(2, id);
    statement.exec();
  }

  // As somebody would who knows how it is reckoned; nothing secret goes into it.
  void mend_digest(std::int64_t id = 1) const {
    const std::string where = " FROM entry WHERE id = " + std::to_string(id);
    std::string bytes = "entry" + blob("SELECT uid" + where);
    const auto put = [&](std::int64_t number) {
      auto rest = static_cast<std::uint64_t>(number);
      for (int i = 0; i < 8; ++i, rest >>= 8) bytes += static_cast<char>(rest & 0xff);
    };
    SQLite::Statement clear(*raw, "SELECT at, day, trashed_on" + where);
    REQUIRE(clear.executeStep());
    put(clear.getColumn(0).getInt64());
    put(clear.getColumn(1).getInt64());
    put(clear.getColumn(2).isNull() ? 0 : 1);
    put(clear.getColumn(2).getInt64());
    bytes += blob("SELECT payload" + where);
    std::string digest(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), 32,
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                       0);
    clear.reset();
    set_blob("digest", digest, id);
  }

  // Whether entry 1 can still be read as it was.
  bool opens() const {
    try {
      const auto entry = find<Entry>(*store, 1);
      return entry.has_value();
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::store);
      return false;
    }
  }
};

}  // namespace

TEST_CASE("under a lock nothing private is read until it is unlocked", "[Sealed]") {
  const auto store = open_memory_store();
  add(*store, {entry_at(86'400 * 100 + 5, "the river")});
  const NewVault vault = new_vault();
  store->relock(vault.record, vault.key);
  CHECK(texts(*store) == std::vector<std::string>{"the river"});

  SealedFile file({entry_at(86'400 * 100 + 5, "the river")});
  const auto locked = open_store(file.path);
  REQUIRE(locked->lock());
  CHECK(kind_thrown([&] { texts(*locked); }) == ErrorKind::locked);
  CHECK(kind_thrown([&] { find<Entry>(*locked, 1); }) == ErrorKind::locked);
  CHECK(kind_thrown([&] { found_ids(*locked, {}, SearchOrder::oldest_first); }) ==
        ErrorKind::locked);
  CHECK(locked->count(TableId::entry) == 1);
  locked->unlock(file.vault.key);
  CHECK(texts(*locked) == std::vector<std::string>{"the river"});
}

TEST_CASE("the key of another lock unlocks nothing", "[Sealed]") {
  SealedFile file({entry_at(5, "x")});
  const auto locked = open_store(file.path);
  CHECK(kind_thrown([&] { locked->unlock(new_vault().key); }) == ErrorKind::locked);
  CHECK(kind_thrown([&] { locked->unlock(nullptr); }) == ErrorKind::locked);
  const auto open = open_memory_store();
  CHECK(kind_thrown([&] { open->unlock(new_vault().key); }) == ErrorKind::locked);
}

TEST_CASE("adding needs no key, and what was added opens with it", "[Sealed]") {
  SealedFile file({entry_at(5, "first")});
  {
    const auto locked = open_store(file.path);
    add(*locked, {entry_at(7, "second, locked")});
  }
  CHECK(texts(*file.store) == std::vector<std::string>{"first", "second, locked"});
  CHECK(file.store->damaged().empty());
}

TEST_CASE("in the file of a sealed journal there is no word of it", "[Sealed]") {
  SealedFile file({entry_at(5, "waterfall #meadow"), entry_at(6, "heron")});
  file.store->change("edit", [&](Change& change) {
    Entry entry = *find<Entry>(*file.store, 2);
    insert(change, Revision{0, Uid{}, Instant{9}, 2, entry});
    entry.text = "kingfisher";
    update(change, entry);
  });
  add(*file.store, {entry_at(8, "dragonfly")});
  const std::string bytes = read_file(file.path).value();
  for (const char* word :
       {"waterfall", "meadow", "heron", "kingfisher", "dragonfly", "waterfal", "zone UTC"}) {
    CAPTURE(word);
    CHECK(bytes.find(word) == std::string::npos);
  }
  CHECK(file.raw->execAndGet("SELECT count(*) FROM entry_search_docsize").getInt() == 0);
}

TEST_CASE("the index stays away while sealed and comes back with the lock's end", "[Sealed]") {
  SealedFile file({entry_at(5, "waterfall"), entry_at(6, "heron")});
  SearchQuery query;
  query.wanted.push_back({TermKind::words, "waterfall"});
  CHECK(found_ids(*file.store, query, SearchOrder::oldest_first) == std::vector<std::int64_t>{1});
  file.store->change("purge", [](Change& change) {
    change.erase(TableId::entry, 2);
    change.forget_erased();
  });
  CHECK(file.raw->execAndGet("SELECT count(*) FROM entry_search_docsize").getInt() == 0);
  file.store->relock(std::nullopt, nullptr);
  CHECK(!file.store->lock());
  add(*file.store, {entry_at(9, "another waterfall")});
  CHECK(found_ids(*file.store, query, SearchOrder::oldest_first) ==
        std::vector<std::int64_t>{1, 3});
  file.raw->exec("INSERT INTO entry_search(entry_search) VALUES('integrity-check')");
}

TEST_CASE("without the key days are seen and no hour, and no more of an entry", "[Sealed]") {
  Entry trashed = entry_at(86'400 * 50 + 3'600 * 22, "thrown away");
  trashed.trashed_on = Day{51};
  SealedFile file({entry_at(86'400 * 40 + 4'321, "kept"), trashed});
  const auto locked = open_store(file.path);
  std::vector<Row> rows;
  locked->each_in_clear(TableId::entry, {}, [&](Row&& row) {
    rows.push_back(std::move(row));
    return true;
  });
  REQUIRE(rows.size() == 2);
  for (const Row& row : rows) {
    CHECK(row.at.seconds == row.day.number * std::int64_t{86'400});
    CHECK(!row.marks.at(0));
    CHECK(row.payload.empty());
  }
  std::vector<std::optional<std::int64_t>> marks;
  file.store->each_in_clear(TableId::entry, {}, [&](Row&& row) {
    marks.push_back(row.marks.at(0));
    return true;
  });
  CHECK(marks == std::vector<std::optional<std::int64_t>>{std::nullopt, 51});
}

TEST_CASE("a contact that broke nothing tells one day without the key", "[Sealed]") {
  SealedFile file({});
  Contact quiet;
  quiet.at = entry_at(86'400 * 60, "").at;
  quiet.last_day = Day{64};
  quiet.direction = Direction::in;
  Contact broke = quiet;
  broke.direction = Direction::out;
  broke.breaks = true;
  file.store->change("test", [&](Change& change) {
    insert(change, quiet);
    insert(change, broke);
  });
  const auto locked = open_store(file.path);
  CHECK(locked->breaks() == std::vector<DaySpan>{{Day{60}, Day{64}}});
  locked->each_in_clear(TableId::contact, {}, [&](Row&& row) {
    if (row.id == 1) CHECK(row.marks.at(0) == 60);
    return true;
  });
  CHECK(all<Contact>(*file.store).at(0).last_day == Day{64});
}

TEST_CASE("a sealed journal gives the same rows in the same order", "[Sealed]") {
  std::mt19937 random(11);
  std::vector<Entry> entries;
  for (int i = 0; i < 600; ++i) {
    // Some days are far from their instant, as after an import.
    Entry entry = entry_at(static_cast<std::int64_t>(random() % (86'400 * 90)),
                           "page " + std::to_string(i) + std::string(random() % 900, 'x'));
    if (random() % 20 == 0) entry.at.day = Day{static_cast<std::int32_t>(random() % 400)};
    entries.push_back(entry);
  }
  const auto open = open_memory_store();
  const auto sealed = open_memory_store();
  add(*open, entries);
  const NewVault vault = new_vault();
  sealed->relock(vault.record, vault.key);
  add(*sealed, entries);
  for (int round = 0; round < 40; ++round) {
    RowQuery query;
    query.newest_first = random() % 2 == 0;
    if (random() % 2 == 0) query.from = Instant{static_cast<std::int64_t>(random() % 8'000'000)};
    if (random() % 2 == 0) query.before = Instant{static_cast<std::int64_t>(random() % 8'000'000)};
    REQUIRE(texts(*open, query) == texts(*sealed, query));
  }
  CHECK(sealed->damaged().empty());
}

TEST_CASE("a flipped bit anywhere in a sealed row is noticed", "[Sealed]") {
  SealedFile file({entry_at(86'400 * 40 + 4'321, "only this")});
  for (const std::string column : {"payload", "digest", "uid"}) {
    const std::string before = file.blob("SELECT " + column + " FROM entry");
    for (std::size_t bit = 0; bit < 8 * before.size(); ++bit) {
      std::string tampered = before;
      tampered[bit / 8] = static_cast<char>(tampered[bit / 8] ^ (1 << (bit % 8)));
      file.set_blob(column, tampered);
      if (file.opens()) FAIL_CHECK(column << " with bit " << bit << " changed was read");
    }
    file.set_blob(column, before);
    CHECK(file.opens());
  }
}

TEST_CASE("a row tampered with by who can reckon its digest is refused", "[Sealed]") {
  SealedFile file({entry_at(86'400 * 40 + 4'321, "only this")});
  file.mend_digest();
  REQUIRE(file.opens());
  for (const std::string column : {"payload", "uid"}) {
    const std::string before = file.blob("SELECT " + column + " FROM entry");
    for (std::size_t byte = 0; byte < before.size(); ++byte) {
      std::string tampered = before;
      tampered[byte] = static_cast<char>(tampered[byte] ^ (1 << (byte % 8)));
      file.set_blob(column, tampered);
      file.mend_digest();
      if (file.opens()) FAIL_CHECK(column << " with byte " << byte << " changed was read");
    }
    file.set_blob(column, before);
    file.mend_digest();
    CHECK(file.opens());
  }
  for (const char* change : {"at = at + 1", "at = at - 86400", "day = day + 1", "trashed_on = 7"}) {
    CAPTURE(change);
    file.raw->exec("BEGIN");
    file.raw->exec(std::string("UPDATE entry SET ") + change);
    file.mend_digest();
    file.raw->exec("COMMIT");
    CHECK(!file.opens());
    file.raw->exec("UPDATE entry SET at = 86400 * 40, day = 40, trashed_on = NULL");
    file.mend_digest();
    CHECK(file.opens());
  }
}

TEST_CASE("a sealed row that is cut at any place is refused", "[Sealed]") {
  SealedFile file({entry_at(5, "only this")});
  const std::string before = file.blob("SELECT payload FROM entry");
  for (std::size_t size = 0; size < before.size(); ++size) {
    file.set_blob("payload", before.substr(0, size));
    file.mend_digest();
    if (file.opens()) FAIL_CHECK("cut to " << size << " it was read");
  }
}

TEST_CASE("rows that changed places are left out by number, and the rest is read", "[Sealed]") {
  SealedFile file({entry_at(5, "one"), entry_at(6, "two"), entry_at(7, "three")});
  const std::string first = file.blob("SELECT payload FROM entry WHERE id = 1");
  const std::string second = file.blob("SELECT payload FROM entry WHERE id = 2");
  file.set_blob("payload", second, 1);
  file.set_blob("payload", first, 2);
  file.mend_digest(1);
  file.mend_digest(2);
  CHECK(texts(*file.store) == std::vector<std::string>{"three"});
  REQUIRE(file.store->damaged().size() == 2);
  CHECK(file.store->damaged()[0].id == 1);
  CHECK(file.store->damaged()[1].id == 2);
}

TEST_CASE("a row under another number, or in another table, is not read", "[Sealed]") {
  SealedFile file({entry_at(5, "one")});
  file.raw->exec("UPDATE entry SET id = 9");
  CHECK(texts(*file.store).empty());
  CHECK(file.store->damaged().size() == 1);
  file.raw->exec(
      "INSERT INTO urge(uid, at, day, payload, digest) "
      "SELECT uid, at, day, payload, digest FROM entry");
  CHECK(all<Urge>(*file.store).empty());
  CHECK(file.store->damaged().size() == 2);
}

TEST_CASE("a row sealed to a foreign key, or not sealed, is not read", "[Sealed]") {
  SealedFile file({entry_at(5, "one"), entry_at(6, "two")});
  SealedFile other({entry_at(5, "one")});
  file.raw->exec("UPDATE entry SET uid = (SELECT uid FROM entry WHERE id = 1) WHERE id = 1");
  file.set_blob("payload", other.blob("SELECT payload FROM entry"));
  file.mend_digest();
  file.set_blob("payload", "zone UTC\noffset 0\n\nforged", 2);
  file.mend_digest(2);
  CHECK(texts(*file.store).empty());
  CHECK(file.store->damaged().size() == 2);
}

TEST_CASE("a sealed row in a journal without a lock is not taken for words", "[Sealed]") {
  SealedFile file({entry_at(5, "one")});
  file.raw->exec("DELETE FROM key_record");
  const auto store = open_store(file.path);
  CHECK(!store->lock());
  CHECK(texts(*store).empty());
  CHECK(store->damaged().size() == 1);
}

TEST_CASE("a journal whose key was swapped, or whose lock is gone, takes nothing", "[Sealed]") {
  SealedFile file({entry_at(5, "one")});
  const PublicKey known = file.vault.record.public_key;
  {
    const auto store = open_store(file.path);
    store->expect_key(known);
    add(*store, {entry_at(6, "two")});
  }
  const NewVault theirs = new_vault();
  SQLite::Statement swap(*file.raw, "UPDATE key_record SET record = ?, digest = ?");
  const std::string bytes = to_bytes(theirs.record);
  std::string digest(32, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), 32,
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                     0);
  swap.bind(1, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
  swap.bind(2, static_cast<const void*>(digest.data()), 32);
  swap.exec();
  const auto swapped = open_store(file.path);
  CHECK(swapped->lock()->sound);
  swapped->expect_key(known);
  CHECK(kind_thrown([&] { add(*swapped, {entry_at(7, "three")}); }) == ErrorKind::locked);
  file.raw->exec("DELETE FROM key_record");
  const auto gone = open_store(file.path);
  gone->expect_key(known);
  CHECK(kind_thrown([&] { add(*gone, {entry_at(7, "three")}); }) == ErrorKind::locked);
  CHECK(gone->count(TableId::entry) == 2);
}

TEST_CASE("a key record with any bit flipped seals nothing and unlocks nothing false", "[Sealed]") {
  SealedFile file({entry_at(5, "one")});
  const std::string before = file.blob("SELECT record FROM key_record");
  SQLite::Statement set(*file.raw, "UPDATE key_record SET record = ?");
  for (std::size_t byte = 0; byte < before.size(); ++byte) {
    std::string tampered = before;
    tampered[byte] = static_cast<char>(tampered[byte] ^ (1 << (byte % 8)));
    set.bind(1, static_cast<const void*>(tampered.data()), static_cast<int>(tampered.size()));
    set.exec();
    set.reset();
    const auto store = open_store(file.path);
    CAPTURE(byte);
    REQUIRE(store->lock());
    CHECK(!store->lock()->sound);
    CHECK(kind_thrown([&] { add(*store, {entry_at(7, "x")}); }) == ErrorKind::store);
  }
}

TEST_CASE("a lock that another process set meanwhile is kept", "[Sealed]") {
  test::TempDir folder;
  const auto path = folder / "lull.db";
  create_store(path);
  const auto early = open_store(path);
  const auto late = open_store(path);
  const NewVault vault = new_vault();
  late->relock(vault.record, vault.key);
  add(*early, {entry_at(5, "meadow")});
  CHECK(read_file(path).value().find("meadow") == std::string::npos);
  CHECK(texts(*late) == std::vector<std::string>{"meadow"});
}

TEST_CASE("a lock and its removal leave every row as it was", "[Sealed]") {
  test::TempDir folder;
  const auto path = folder / "lull.db";
  create_store(path);
  const auto store = open_store(path);
  Entry trashed = entry_at(86'400 * 3 + 7, "gone #tag");
  trashed.trashed_on = Day{5};
  add(*store, {entry_at(86'400 * 9 + 1, "first"), trashed, entry_at(0, "")});
  std::vector<Row> before;
  const auto gather = [&] {
    std::vector<Row> rows;
    store->each(TableId::entry, {}, [&](Row&& row) {
      rows.push_back(std::move(row));
      return true;
    });
    return rows;
  };
  before = gather();
  const NewVault vault = new_vault();
  const NewVault next = new_vault();
  store->relock(vault.record, vault.key);
  store->relock(next.record, next.key);
  CHECK(store->lock()->public_key == next.record.public_key);
  store->relock(std::nullopt, nullptr);
  const std::vector<Row> after = gather();
  REQUIRE(before.size() == after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK(before[i].id == after[i].id);
    CHECK(before[i].uid == after[i].uid);
    CHECK(before[i].at == after[i].at);
    CHECK(before[i].marks == after[i].marks);
    CHECK(before[i].payload == after[i].payload);
  }
  CHECK(store->damaged().empty());
}

TEST_CASE("a damaged row stops the lock, and nothing has changed", "[Sealed]") {
  test::TempDir folder;
  const auto path = folder / "lull.db";
  create_store(path);
  const auto store = open_store(path);
  add(*store, {entry_at(5, "one"), entry_at(6, "two")});
  SQLite::Database raw(path.string(), SQLite::OPEN_READWRITE);
  raw.exec("UPDATE entry SET at = 99 WHERE id = 2");
  const NewVault vault = new_vault();
  CHECK(kind_thrown([&] { store->relock(vault.record, vault.key); }) == ErrorKind::store);
  CHECK(!open_store(path)->lock());
  CHECK(texts(*open_store(path)) == std::vector<std::string>{"one"});
}

TEST_CASE("a locked journal's lock is not changed without its key", "[Sealed]") {
  SealedFile file({entry_at(5, "one")});
  const auto locked = open_store(file.path);
  CHECK(kind_thrown([&] { locked->relock(std::nullopt, nullptr); }) == ErrorKind::locked);
  const NewVault next = new_vault();
  CHECK(kind_thrown([&] { locked->relock(next.record, next.key); }) == ErrorKind::locked);
  CHECK(kind_thrown([&] { file.store->relock(next.record, file.vault.key); }) == ErrorKind::locked);
}

TEST_CASE("a locked journal of this form opens for ever with its passphrase", "[Sealed]") {
  const test::TempDir folder;
  const auto path = folder / "lull.db";
  write_file_atomically(path,
                        read_file(test::source_folder() / "store/schema/v6-locked.db").value());
  const auto store = open_store(path);
  REQUIRE(store->lock());
  const SecretKey key = open_vault(*store->lock(), Secret(std::string("correct horse")));
  REQUIRE(key != nullptr);
  store->unlock(key);
  CHECK(texts(*store) == std::vector<std::string>{"The river was quiet."});
  CHECK(all<QuietPeriod>(*store).front().alias == "Robin");
  CHECK(all<Contact>(*store).front().breaks);
  CHECK(store->damaged().empty());
}

TEST_CASE("a lock forgets the changes that could be taken back, and under it no hour is told",
          "[Sealed]") {
  SealedFile file({entry_at(5, "one")});
  CHECK(file.store->changes().empty());
  add(*file.store, {entry_at(86'400 * 3 + 77, "two")});
  const auto changes = file.store->changes();
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].at.seconds % 86'400 == 0);
  const auto locked = open_store(file.path);
  locked->take_back(changes[0].id);
  CHECK(texts(*file.store) == std::vector<std::string>{"one"});
}

TEST_CASE("what an edit of a sealed row keeps to be taken back is sealed", "[Sealed]") {
  SealedFile file({entry_at(5, "kingfisher")});
  file.store->change("journal edit", [&](Change& change) {
    Entry entry = *find<Entry>(*file.store, 1);
    entry.text = "dragonfly";
    update(change, entry);
  });
  const std::string bytes = read_file(file.path).value();
  CHECK(bytes.find("kingfisher") == std::string::npos);
  file.store->take_back(file.store->changes().at(0).id);
  CHECK(texts(*file.store) == std::vector<std::string>{"kingfisher"});
}

TEST_CASE("whether a copy is locked is told without its key", "[Sealed]") {
  SealedFile file({entry_at(5, "one")});
  CHECK(is_locked_file(file.path));
  file.store->relock(std::nullopt, nullptr);
  CHECK_FALSE(is_locked_file(file.path));
  CHECK_FALSE(is_locked_file(file.folder / "none.db"));
}
