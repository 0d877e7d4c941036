#include "lull/store/examination.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "connection.hpp"
#include "file_gate.hpp"
#include "lull/base/error.hpp"
#include "lull/store/sqlite_store.hpp"
#include "memory_copy.hpp"
#include "migrate.hpp"
#include "row_forms.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

// Name to definition of everything that a schema says, but what SQLite adds by itself. The tables
// behind the index of words are worded by SQLite, otherwise from version to version.
std::map<std::string, std::string> definitions_in(SQLite::Database& database) {
  std::map<std::string, std::string> definitions;
  SQLite::Statement statement(database,
                              "SELECT type || ' ' || name, CASE WHEN type = 'table' AND name LIKE "
                              "'entry\\_search\\_%' ESCAPE '\\' THEN '' ELSE coalesce(sql, '') END "
                              "FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
  while (statement.executeStep()) {
    definitions[statement.getColumn(0).getString()] = statement.getColumn(1).getString();
  }
  return definitions;
}

void compare_schema(SQLite::Database& database, Examination& found) {
  SQLite::Database ours(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(ours, static_cast<std::size_t>(found.version));
  const auto expected = definitions_in(ours);
  const auto present = definitions_in(database);
  for (const auto& [name, sql] : expected) {
    if (!present.contains(name)) found.missing.push_back(name);
  }
  for (const auto& [name, sql] : present) {
    const auto known = expected.find(name);
    if (known == expected.end() || known->second != sql) found.foreign.push_back(name);
  }
}

void check_pages(SQLite::Database& database, Examination& found) {
  SQLite::Statement pages(database, "PRAGMA integrity_check(20)");
  while (pages.executeStep()) {
    if (std::string line = pages.getColumn(0).getString(); line != "ok") {
      found.faults.push_back(std::move(line));
    }
  }
  SQLite::Statement references(database, "PRAGMA foreign_key_check");
  while (references.executeStep()) ++found.broken_references;
}

bool is_sealed_journal(SQLite::Database& database) {
  if (!database.tableExists("key_record")) return false;  // an older form
  return SQLite::Statement(database, "SELECT 1 FROM key_record").executeStep();
}

// The index is asked whether it agrees with the entries; it answers with an error when it doesn't.
// A sealed journal has nothing in it.
bool index_agrees(SQLite::Database& database) {
  if (is_sealed_journal(database)) {
    return !SQLite::Statement(database, "SELECT 1 FROM entry_search_docsize").executeStep();
  }
  try {
    database.exec("INSERT INTO entry_search(entry_search, rank) VALUES('integrity-check', 1)");
    return true;
  } catch (const SQLite::Exception&) {
    return false;
  }
}

// Which entry a sealed revision belongs to is not told in clear.
std::vector<std::int64_t> orphans_in(SQLite::Database& database) {
  std::vector<std::int64_t> ids;
  if (is_sealed_journal(database)) return ids;
  SQLite::Statement statement(
      database, "SELECT id FROM revision WHERE entry NOT IN (SELECT id FROM entry) ORDER BY id");
  while (statement.executeStep()) ids.push_back(statement.getColumn(0).getInt64());
  return ids;
}

TableHealth read_table(SqliteStore& store, TableId table, Examination& found) {
  TableHealth health;
  health.table = table;
  if (store.lock() && found.is_locked) {
    try {
      health.damaged = store.with_other_digest(table);
      health.rows = store.count(table) - static_cast<std::int64_t>(health.damaged.size());
    } catch (const Error&) {
      health.is_cut_short = true;
    }
    return health;
  }
  try {
    store.each(table, {}, [&](Row&& row) {
      if (has_right_form(table, row)) {
        ++health.rows;
        found.newest = std::max(found.newest.value_or(row.at), row.at);
      } else {
        health.damaged.push_back(row.id);
      }
      return true;
    });
  } catch (const Error&) {
    health.is_cut_short = true;
  }
  auto& left_out = store.lock() ? health.unopened : health.damaged;
  for (const DamagedRow& row : store.damaged()) {
    if (row.table == table) left_out.push_back(row.id);
  }
  return health;
}

// Damaged ones too: they were written.
void count_entries(SqliteStore& store, Examination& found) {
  try {
    store.each_in_clear(TableId::entry, {}, [&](Row&& row) {
      if (row.marks.at(0)) return true;  // in the trash
      ++found.entries;
      if (!found.entries_from) found.entries_from = DaySpan{row.day, row.day};
      found.entries_from->first = std::min(found.entries_from->first, row.day);
      found.entries_from->last = std::max(found.entries_from->last, row.day);
      return true;
    });
  } catch (const Error&) {
    return;  // that the table is cut short is known
  }
}

// Where a part of the file can't be read at all, that is a fault like any other and the rest is
// looked at still.
template <class Check>
void or_note_fault(Examination& found, const Check& check) {
  try {
    check();
  } catch (const SQLite::Exception& error) {
    found.faults.push_back(fmt::format("SQLite answered {}", error.getExtendedErrorCode()));
  }
}

}  // namespace

bool Examination::is_damaged() const {
  return !missing.empty() || !foreign.empty() || !faults.empty() || broken_references > 0 ||
         std::any_of(tables.begin(), tables.end(), [](const TableHealth& table) {
           return !table.damaged.empty() || !table.unopened.empty() || table.is_cut_short;
         });
}

Examination examine_store(const std::filesystem::path& path, const SecretKey& key) {
  Examination found;
  found.version = check_header(path, kSchemaVersion, Readers::anyone);
  MemoryCopy copy = copy_into_memory(path);
  found.was_interrupted = copy.was_interrupted;
  // The header may have said what was taken back meanwhile.
  or_note_fault(found, [&] { found.version = version_of(copy.database); });
  or_note_fault(found, [&] { compare_schema(copy.database, found); });
  or_note_fault(found, [&] { check_pages(copy.database, found); });
  or_note_fault(found, [&] {
    // An older journal is looked at in the form it will have.
    migrate(copy.database);
    found.index_agrees = index_agrees(copy.database);
    found.orphans = orphans_in(copy.database);
    SqliteStore store(std::move(copy.database));
    found.is_locked = store.lock() && !key;
    if (store.lock() && key) store.unlock(key);
    for (const TableId table : all_tables()) {
      found.tables.push_back(read_table(store, table, found));
    }
    count_entries(store, found);
  });
  return found;
}

void mend_store(const std::filesystem::path& path, const Examination& found) {
  translating("mend the journal", [&] {
    SQLite::Database database = open_connection(sqlite_name(path), SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (!found.faults.empty()) database.exec("REINDEX");
    if (!found.orphans.empty()) {
      database.exec("DELETE FROM revision WHERE entry NOT IN (SELECT id FROM entry)");
    }
    if (!found.index_agrees) {
      const char* const command = is_sealed_journal(database) ? "delete-all" : "rebuild";
      database.exec(fmt::format("INSERT INTO entry_search(entry_search) VALUES('{}')", command));
    }
    transaction.commit();
  });
}

}  // namespace lull
