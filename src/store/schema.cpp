#include "schema.hpp"

#include <array>

#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

// AUTOINCREMENT, so that an id is never used again. No foreign keys that cascade and no generated
// columns: undo records changes with SQLite's session extension, which was seen to break on both.
constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE period(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CHECK(length(uid) = 16),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  length INTEGER,
  on_break INTEGER NOT NULL,
  closed_on INTEGER,
  payload BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE TABLE entry(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CHECK(length(uid) = 16),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  trashed_on INTEGER,
  payload BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX entry_at ON entry(at);
CREATE TABLE contact(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CHECK(length(uid) = 16),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  breaks INTEGER NOT NULL,
  payload BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX contact_at ON contact(at);
CREATE INDEX contact_breaks ON contact(day, last_day) WHERE breaks = 1;
)sql";

// Editing keeps what stood there before. The index of words reads the text after the payload's
// empty line; a sealed journal has none.
constexpr std::string_view kVersion2 = R"sql(
CREATE TABLE revision(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CHECK(length(uid) = 16),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  payload BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX revision_entry ON revision(entry);
CREATE VIEW entry_text(id, text) AS
  SELECT id, CAST(substr(payload, instr(payload, x'0A0A') + 2) AS TEXT) FROM entry;
CREATE VIRTUAL TABLE entry_search USING fts5(
  text, content='entry_text', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER entry_search_insert AFTER INSERT ON entry BEGIN
  INSERT INTO entry_search(rowid, text)
    VALUES(new.id, CAST(substr(new.payload, instr(new.payload, x'0A0A') + 2) AS TEXT));
END;
CREATE TRIGGER entry_search_delete AFTER DELETE ON entry BEGIN
  INSERT INTO entry_search(entry_search, rowid, text)
    VALUES('delete', old.id, CAST(substr(old.payload, instr(old.payload, x'0A0A') + 2) AS TEXT));
END;
CREATE TRIGGER entry_search_update AFTER UPDATE OF payload ON entry BEGIN
  INSERT INTO entry_search(entry_search, rowid, text)
    VALUES('delete', old.id, CAST(substr(old.payload, instr(old.payload, x'0A0A') + 2) AS TEXT));
  INSERT INTO entry_search(rowid, text)
    VALUES(new.id, CAST(substr(new.payload, instr(new.payload, x'0A0A') + 2) AS TEXT));
END;
INSERT INTO entry_search(entry_search) VALUES('rebuild');
)sql";

constexpr std::string_view kVersion3 = R"sql(
CREATE TABLE urge(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CHECK(length(uid) = 16),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  payload BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX urge_at ON urge(at);
)sql";

constexpr std::string_view kVersion4 = R"sql(
CREATE TABLE verdict(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CHECK(length(uid) = 16),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  payload BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE TABLE want(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CHECK(length(uid) = 16),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  payload BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE TABLE decision(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CHECK(length(uid) = 16),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  payload BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE TABLE talk(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CHECK(length(uid) = 16),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  payload BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE TABLE checkin(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CHECK(length(uid) = 16),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  payload BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
)sql";

// The changes that can be taken back. `added` names the rows a change added, each with a
// fingerprint, so that their words are not kept twice; what it changed or removed is in
// `change_part`, as changesets of the session extension, inverted.
constexpr std::string_view kVersion5 = R"sql(
CREATE TABLE change_log(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  undoes INTEGER,
  parts INTEGER NOT NULL,
  touched TEXT NOT NULL,
  added TEXT NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE TABLE change_part(
  id INTEGER PRIMARY KEY,
  change INTEGER NOT NULL,
  inverse BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX change_part_change ON change_part(change);
)sql";

// The lock. While there is one, the rows are sealed and nothing may go into the index of words.
constexpr std::string_view kVersion6 = R"sql(
CREATE TABLE key_record(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  record BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;
DROP TRIGGER entry_search_insert;
DROP TRIGGER entry_search_delete;
DROP TRIGGER entry_search_update;
CREATE TRIGGER entry_search_insert AFTER INSERT ON entry
WHEN NOT EXISTS (SELECT 1 FROM key_record) BEGIN
  INSERT INTO entry_search(rowid, text)
    VALUES(new.id, CAST(substr(new.payload, instr(new.payload, x'0A0A') + 2) AS TEXT));
END;
CREATE TRIGGER entry_search_delete AFTER DELETE ON entry
WHEN NOT EXISTS (SELECT 1 FROM key_record) BEGIN
  INSERT INTO entry_search(entry_search, rowid, text)
    VALUES('delete', old.id, CAST(substr(old.payload, instr(old.payload, x'0A0A') + 2) AS TEXT));
END;
CREATE TRIGGER entry_search_update AFTER UPDATE OF payload ON entry
WHEN NOT EXISTS (SELECT 1 FROM key_record) BEGIN
  INSERT INTO entry_search(entry_search, rowid, text)
    VALUES('delete', old.id, CAST(substr(old.payload, instr(old.payload, x'0A0A') + 2) AS TEXT));
  INSERT INTO entry_search(rowid, text)
    VALUES(new.id, CAST(substr(new.payload, instr(new.payload, x'0A0A') + 2) AS TEXT));
END;
)sql";

constexpr std::array kSteps{kVersion1, kVersion2, kVersion3, kVersion4, kVersion5, kVersion6};
static_assert(kSteps.size() == kSchemaVersion);

}  // namespace

std::span<const std::string_view> schema_steps() { return kSteps; }

}  // namespace lull
