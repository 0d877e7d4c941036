#include "lull/store/salvage.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "connection.hpp"
#include "file_header.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "memory_copy.hpp"
#include "migrate.hpp"
#include "row_forms.hpp"
#include "sqlite_store.hpp"

namespace lull {
namespace {

// Rows between two broken places are asked for one by one, up to this many.
constexpr std::int64_t kMostProbes = 1'000'000;
constexpr std::int64_t kProbesWithoutEnd = 100'000;
constexpr std::int64_t kMostIds = std::numeric_limits<std::int64_t>::max();

struct TableToCopy {
  std::string name;
  std::string columns;  // "id, uid, at"
  std::string holes;    // "?, ?, ?"
};

// The tables of our own schema, with their columns, so that nothing depends on what a damaged file
// says of itself. What the index of words keeps is built anew by its triggers; the log of changes
// fits only the file that it was written in.
std::vector<TableToCopy> tables_of(SQLite::Database& fresh) {
  std::vector<TableToCopy> tables;
  SQLite::Statement statement(
      fresh,
      "SELECT name, (SELECT group_concat(name, ', ') FROM pragma_table_info(t.name)), "
      "(SELECT group_concat('?', ', ') FROM pragma_table_info(t.name)) "
      "FROM sqlite_schema t WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
      "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'entry\\_search\\_%' "
      "ESCAPE '\\' AND name NOT IN ('change_log', 'change_part') "
      "ORDER BY name = 'key_record' DESC");  // under a lock the triggers rest
  while (statement.executeStep()) {
    tables.push_back({statement.getColumn(0).getString(), statement.getColumn(1).getString(),
                      statement.getColumn(2).getString()});
  }
  return tables;
}

/// Copies the rows of one table, however many broken places there are in it.
class TableSalvage {
 public:
  TableSalvage(SQLite::Database& from, SQLite::Database& to, const TableToCopy& table)
      : from_(from),
        table_(table),
        insert_(to, fmt::format("INSERT OR IGNORE INTO {}({}) VALUES({})", table.name,
                                table.columns, table.holes)) {}

  // From the front as far as it goes, from the back as far as it goes, then what lies between.
  void run() {
    if (!exists()) {
      is_complete_ = false;
      return;
    }
    if (read("ORDER BY rowid")) return;
    is_complete_ = false;
    const std::int64_t front = last_;
    last_ = kMostIds;
    read("ORDER BY rowid DESC");
    const std::int64_t back = last_ == kMostIds ? front + kProbesWithoutEnd : last_;
    probe(front + 1, std::min(back, front + kMostProbes));
  }

  std::int64_t rows() const { return rows_; }
  bool is_complete() const { return is_complete_; }

 private:
  bool exists() {
    try {
      SQLite::Statement(from_, select("LIMIT 0")).executeStep();
      return true;
    } catch (const SQLite::Exception&) {
      return false;
    }
  }

  std::string select(std::string_view rest) const {
    return fmt::format("SELECT rowid, {} FROM {} {}", table_.columns, table_.name, rest);
  }

  // False when the file broke off before the last row that was asked for.
  bool read(std::string_view order) {
    try {
      SQLite::Statement statement(from_, select(order));
      while (statement.executeStep()) {
        last_ = statement.getColumn(0).getInt64();
        copy_row(statement);
      }
      return true;
    } catch (const SQLite::Exception&) {
      return false;
    }
  }

  void probe(std::int64_t first, std::int64_t end) {
    SQLite::Statement statement(from_, select("WHERE rowid = ?"));
    for (std::int64_t id = first; id < end; ++id) {
      statement.tryReset();
      statement.bind(1, id);
      try {
        if (statement.executeStep()) copy_row(statement);
      } catch (const SQLite::Exception&) {
        continue;  // this one lies in a broken place
      }
    }
  }

  // A row that our own rules for the table refuse was not written by us as it stands.
  void copy_row(SQLite::Statement& statement) {
    insert_.tryReset();
    for (int i = 1; i < statement.getColumnCount(); ++i) bind(i, statement.getColumn(i));
    try {
      const int added = insert_.exec();
      rows_ += added;
      if (added == 0) is_complete_ = false;
    } catch (const SQLite::Exception&) {
      is_complete_ = false;
    }
  }

  void bind(int at, const SQLite::Column& value) {
    if (value.isNull()) {
      insert_.bind(at);
    } else if (value.isInteger()) {
      insert_.bind(at, value.getInt64());
    } else if (value.isFloat()) {
      insert_.bind(at, value.getDouble());
    } else {
      const std::string bytes(static_cast<const char*>(value.getBlob()),
                              static_cast<std::size_t>(value.getBytes()));
      if (value.isBlob()) {
        insert_.bind(at, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
      } else {
        insert_.bind(at, bytes);
      }
    }
  }

  SQLite::Database& from_;
  const TableToCopy& table_;
  SQLite::Statement insert_;
  std::int64_t last_ = 0;
  std::int64_t rows_ = 0;
  bool is_complete_ = true;
};

// Ids that were given out are never used again, in the new file either.
void keep_sequence(SQLite::Database& from, SQLite::Database& to) {
  try {
    std::map<std::string, std::int64_t> given;
    SQLite::Statement statement(from, "SELECT name, seq FROM sqlite_sequence");
    while (statement.executeStep()) {
      given[statement.getColumn(0).getString()] = statement.getColumn(1).getInt64();
    }
    for (const auto& [name, last] : given) {
      SQLite::Statement update(to, "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?");
      update.bind(1, last);
      update.bind(2, name);
      update.exec();
    }
  } catch (const SQLite::Exception&) {
    return;  // the ids that are there are reason enough for SQLite
  }
}

// The file as SQLite gives it, or, where SQLite refuses it, its bare bytes with a header that it
// can begin with.
SQLite::Database open_damaged(const std::filesystem::path& path) {
  try {
    MemoryCopy copy = copy_into_memory(path);
    SQLite::Statement(copy.database, "SELECT count(*) FROM entry").executeStep();
    return std::move(copy.database);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::store) throw;
  } catch (const SQLite::Exception&) {
    // Its tables may still be found another way.
  }
  std::optional<std::string> bytes = read_file(path);
  if (!bytes) throw Error(ErrorKind::not_found, "could not salvage: there is no journal there");
  mend_header(*bytes);
  SQLite::Database database = database_of(*bytes);
  // Lets SQLite go on where the file is shorter than its header says.
  database.exec("PRAGMA writable_schema = ON");
  return database;
}

std::size_t version_for(SQLite::Database& damaged) {
  const std::int32_t version = version_of(damaged);
  if (version < 1 || version > kSchemaVersion) return static_cast<std::size_t>(kSchemaVersion);
  return static_cast<std::size_t>(version);
}

void take_out_damaged(SQLite::Database& fresh, Salvage& salvage) {
  SqliteStore store(database_of(bytes_of(fresh)));
  for (const TableId table : all_tables()) {
    if (store.lock()) {  // without the key, digests are all there is to go by
      for (const std::int64_t id : store.with_other_digest(table)) {
        salvage.damaged.push_back({table, id});
      }
      continue;
    }
    store.each(table, {}, [&](Row&& row) {
      if (!has_right_form(table, row)) salvage.damaged.push_back({table, row.id});
      return true;
    });
  }
  salvage.damaged.insert(salvage.damaged.end(), store.damaged().begin(), store.damaged().end());
  for (const DamagedRow& row : salvage.damaged) {
    const std::string_view name = shape_of(row.table).name;
    SQLite::Statement read(fresh, fmt::format("SELECT payload FROM {} WHERE id = ?", name));
    read.bind(1, row.id);
    if (read.executeStep()) {
      salvage.remains +=
          fmt::format("== {} {}\n{}\n\n", name, row.id, read.getColumn(0).getString());
    }
    read.reset();
    SQLite::Statement erase(fresh, fmt::format("DELETE FROM {} WHERE id = ?", name));
    erase.bind(1, row.id);
    salvage.rows -= erase.exec();
  }
}

}  // namespace

Salvage salvage_store(const std::filesystem::path& from, const std::filesystem::path& to) {
  Salvage salvage;
  const std::string image = translating("salvage the journal", [&] {
    SQLite::Database damaged = open_damaged(from);
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(fresh, version_for(damaged));
    for (const TableToCopy& table : tables_of(fresh)) {
      TableSalvage rows(damaged, fresh, table);
      rows.run();
      salvage.rows += rows.rows();
      salvage.is_complete = salvage.is_complete && rows.is_complete();
    }
    keep_sequence(damaged, fresh);
    migrate(fresh);
    take_out_damaged(fresh, salvage);
    return bytes_of(fresh);
  });
  if (salvage.rows == 0 && salvage.remains.empty()) {
    throw Error(ErrorKind::store, "could not salvage: nothing in the file can be read any more",
                "lull backup list shows older copies");
  }
  write_file_atomically(to, image, Existing::keep);
  return salvage;
}

}  // namespace lull
