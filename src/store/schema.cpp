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

constexpr std::array kSteps{kVersion1};
static_assert(kSteps.size() == kSchemaVersion);

}  // namespace

std::span<const std::string_view> schema_steps() { return kSteps; }

}  // namespace lull
