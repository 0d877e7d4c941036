#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "connection.hpp"
#include "file_gate.hpp"
#include "journal_file.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/examination.hpp"
#include "lull/store/sqlite_store.hpp"
#include "stored_row.hpp"

namespace lull {
namespace {

void widen(std::optional<DaySpan>& span, Day day) {
  if (!span) span = DaySpan{day, day};
  span->first = std::min(span->first, day);
  span->last = std::max(span->last, day);
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
  RowStatement statement(database,
                         fmt::format("SELECT {}, digest FROM {}", column_list(table), name));
  while (statement.step()) {
    const Row row = clear_row_of(statement, table);
    std::string content(statement.bytes(statement.columns() - 1));
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
  check_header(path, kSchemaVersion);  // it may be nobody else's to read, too
  const Examination seen = examine_store(path);
  JournalCheck check;
  check.version = seen.version;
  check.schema_agrees = seen.missing.empty() && seen.foreign.empty();
  check.structure_is_sound = seen.faults.empty() && seen.broken_references == 0;
  check.entries = seen.entries;
  check.entries_from = seen.entries_from;
  for (const TableHealth& table : seen.tables) {
    if (table.is_cut_short) check.structure_is_sound = false;
    for (const std::int64_t id : table.damaged) check.damaged.push_back({table.table, id});
  }
  return check;
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
