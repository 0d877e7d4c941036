#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "connection.hpp"
#include "journal_file.hpp"
#include "lull/store/backup.hpp"
#include "migrate.hpp"
#include "payload_codec.hpp"
#include "stored_row.hpp"

namespace lull {
namespace {

using SchemaLine = std::pair<std::string, std::string>;

// Tables that SQLite itself makes and words differently from version to version are left out.
std::set<SchemaLine> schema_of(SQLite::Database& database) {
  std::set<SchemaLine> lines;
  SQLite::Statement statement(
      database,
      "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE "
      "'sqlite_%' AND NOT (type = 'table' AND name LIKE 'entry_search_%')");
  while (statement.executeStep()) {
    lines.emplace(statement.getColumn(0).getString(), statement.getColumn(1).getString());
  }
  return lines;
}

bool has_schema_of(SQLite::Database& database, std::int32_t version) {
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(fresh, static_cast<std::size_t>(version));
  return schema_of(database) == schema_of(fresh);
}

void widen(std::optional<DaySpan>& span, Day day) {
  if (!span) span = DaySpan{day, day};
  span->first = std::min(span->first, day);
  span->last = std::max(span->last, day);
}

void check_rows(SQLite::Database& database, TableId table, JournalCheck& check) {
  SQLite::Statement statement(database, fmt::format("SELECT {}, payload, digest FROM {}",
                                                    column_list(table), shape_of(table).name));
  while (statement.executeStep()) {
    const Row row = clear_row_of(statement, table);
    const int after = statement.getColumnCount() - 2;
    ++check.rows;
    const std::string bytes = bytes_of(statement.getColumn(after));
    if (digest_of(table, row, bytes) != bytes_of(statement.getColumn(after + 1))) {
      check.damaged.push_back({table, row.id});
    }
    if (table == TableId::entry && !row.marks.at(0)) {
      ++check.entries;
      widen(check.entries_from, row.day);
    }
  }
}

struct RowPrint {
  Day day;
  std::string content;
};

// Two rows are alike when what is stored beside their digest is, so no key is needed.
std::map<std::string, RowPrint> prints_of(SQLite::Database& database, TableId table) {
  std::map<std::string, RowPrint> prints;
  const std::string name(shape_of(table).name);
  if (!has_table(database, name)) return prints;
  SQLite::Statement statement(database,
                              fmt::format("SELECT {}, digest FROM {}", column_list(table), name));
  while (statement.executeStep()) {
    const Row row = clear_row_of(statement, table);
    std::string content = bytes_of(statement.getColumn(statement.getColumnCount() - 1));
    for (const auto& mark : row.marks) content += mark ? fmt::format(" {}", *mark) : " -";
    prints[to_hex(row.uid)] = {row.day, std::move(content)};
  }
  return prints;
}

TableDifference difference_of(TableId table, SQLite::Database& journal, SQLite::Database& backup) {
  TableDifference difference;
  difference.table = table;
  auto theirs = prints_of(backup, table);
  for (const auto& [uid, row] : prints_of(journal, table)) {
    const auto found = theirs.find(uid);
    if (found != theirs.end() && found->second.content == row.content) {
      theirs.erase(found);
      continue;
    }
    widen(difference.days, row.day);
    if (found == theirs.end()) {
      ++difference.would_go;
    } else {
      ++difference.would_change;
      widen(difference.days, found->second.day);
      theirs.erase(found);
    }
  }
  for (const auto& [uid, row] : theirs) {
    ++difference.would_come;
    widen(difference.days, row.day);
  }
  return difference;
}

}  // namespace

JournalCheck check_journal(const std::filesystem::path& path) {
  return translating("check the journal", [&] {
    SQLite::Database database = open_for_reading(path);
    JournalCheck check;
    check.version = version_of(database);
    check.schema_agrees = has_schema_of(database, check.version);
    check.structure_is_sound = is_structure_sound(database);
    for (const TableId table : all_tables()) {
      if (has_table(database, std::string(shape_of(table).name))) {
        check_rows(database, table, check);
      }
    }
    return check;
  });
}

std::vector<TableDifference> compare_journals(const std::filesystem::path& journal,
                                              const std::filesystem::path& backup) {
  return translating("compare the journals", [&] {
    SQLite::Database ours = open_for_reading(journal);
    SQLite::Database theirs = open_for_reading(backup);
    std::vector<TableDifference> differences;
    for (const TableId table : all_tables()) {
      const TableDifference difference = difference_of(table, ours, theirs);
      if (difference.days) differences.push_back(difference);
    }
    return differences;
  });
}

}  // namespace lull
