#include "change_log.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "blake2b.hpp"
#include "change_log_text.hpp"
#include "lull/base/error.hpp"
#include "stored_row.hpp"

namespace lull {
namespace {

std::string log_bytes(std::int64_t id, Instant at, std::string_view name,
                      std::optional<std::int64_t> undoes, std::int64_t parts,
                      std::string_view touched, std::string_view added) {
  return fmt::format("change\n{} {} {} {} {}\n{}{}\n{}", id, at.seconds, undoes.value_or(0), parts,
                     name.size(), name, touched, added);
}

std::string part_bytes(std::int64_t change, std::string_view inverse) {
  return fmt::format("part\n{}\n", change).append(inverse);
}

struct StoredChange {
  LoggedChange logged;
  std::int64_t parts = 0;
  std::string added;
};

constexpr const char* kColumns = "id, at, name, undoes, parts, touched, added, digest";

StoredChange stored_change_of(SQLite::Statement& statement) {
  StoredChange change;
  LoggedChange& logged = change.logged;
  logged.id = statement.getColumn(0).getInt64();
  logged.at.seconds = statement.getColumn(1).getInt64();
  logged.name = statement.getColumn(2).getString();
  if (!statement.getColumn(3).isNull()) logged.undoes = statement.getColumn(3).getInt64();
  change.parts = statement.getColumn(4).getInt64();
  const std::string touched = statement.getColumn(5).getString();
  change.added = statement.getColumn(6).getString();
  const auto rows = parse_touched(touched);
  if (rows) logged.touched = *rows;
  logged.damaged =
      !rows || blake2b_of(log_bytes(logged.id, logged.at, logged.name, logged.undoes, change.parts,
                                    touched, change.added)) != bytes_of(statement.getColumn(7));
  return change;
}

[[noreturn]] void throw_damaged(std::int64_t id) {
  throw Error(ErrorKind::store,
              fmt::format("could not take back change {}: what was written down of it is damaged; "
                          "nothing was taken back",
                          id),
              "lull undo --list");
}

[[noreturn]] void throw_conflict(std::int64_t id) {
  throw Error(ErrorKind::refused,
              fmt::format("could not take back change {}: what it touched was changed since; "
                          "nothing was taken back",
                          id),
              "lull undo --list");
}

StoredChange require_change(SQLite::Database& database, std::int64_t id) {
  SQLite::Statement statement(database,
                              fmt::format("SELECT {} FROM change_log WHERE id = ?", kColumns));
  statement.bind(1, id);
  if (!statement.executeStep()) {
    throw Error(
        ErrorKind::not_found,
        fmt::format("could not take back change {}: it is not among the last {}", id, kChangesKept),
        "lull undo --list");
  }
  StoredChange change = stored_change_of(statement);
  if (change.logged.damaged) throw_damaged(id);
  return change;
}

std::vector<std::string> read_parts(SQLite::Database& database, const StoredChange& change) {
  const std::int64_t id = change.logged.id;
  std::vector<std::string> parts;
  SQLite::Statement statement(
      database, "SELECT inverse, digest FROM change_part WHERE change = ? ORDER BY id DESC");
  statement.bind(1, id);
  while (statement.executeStep()) {
    parts.push_back(bytes_of(statement.getColumn(0)));
    if (blake2b_of(part_bytes(id, parts.back())) != bytes_of(statement.getColumn(1))) {
      throw_damaged(id);
    }
  }
  if (static_cast<std::int64_t>(parts.size()) != change.parts) throw_damaged(id);
  return parts;
}

std::vector<AddedRow> added_rows_of(const StoredChange& change) {
  std::optional<std::vector<AddedRow>> rows = parse_added(change.added);
  if (!rows) throw_damaged(change.logged.id);
  std::reverse(rows->begin(), rows->end());
  return std::move(*rows);
}

// False when the row is gone or not as it was added.
bool remove_added(SQLite::Database& database, const AddedRow& added) {
  const std::string_view name = shape_of(added.table).name;
  RowStatement read(database, fmt::format("SELECT {}, payload, digest FROM {} WHERE id = ?",
                                          column_list(added.table), name));
  read.bind(1, added.id);
  if (!read.step()) return false;
  const int after = read.columns() - 2;
  if (fingerprint_of(clear_row_of(read, added.table), read.bytes(after), read.bytes(after + 1)) !=
      added.fingerprint) {
    return false;
  }
  SQLite::Statement erase(database, fmt::format("DELETE FROM {} WHERE id = ?", name));
  erase.bind(1, added.id);
  return erase.exec() == 1;
}

std::vector<TouchedRows> backwards(std::vector<TouchedRows> touched) {
  for (TouchedRows& rows : touched) {
    if (rows.action == RowAction::added) {
      rows.action = RowAction::removed;
    } else if (rows.action == RowAction::removed) {
      rows.action = RowAction::added;
    }
  }
  return touched;
}

void let_go_before(SQLite::Database& database, std::int64_t id) {
  bool parts = false;
  {
    SQLite::Statement log(database, "DELETE FROM change_log WHERE id < ? RETURNING parts");
    log.bind(1, id);
    while (log.executeStep()) parts = parts || log.getColumn(0).getInt64() > 0;
  }
  if (!parts) return;
  SQLite::Statement rest(database, "DELETE FROM change_part WHERE change < ?");
  rest.bind(1, id);
  rest.exec();
}

// A change's number is in its digest, so it must be known before the row is written.
std::int64_t next_id(SQLite::Database& database) {
  SQLite::Statement statement(database,
                              "SELECT seq + 1 FROM sqlite_sequence WHERE name = 'change_log'");
  return statement.executeStep() ? statement.getColumn(0).getInt64() : 1;
}

}  // namespace

void log_change(SQLite::Database& database, Instant at, std::string_view name,
                std::optional<std::int64_t> undoes, const ChangeRecorder& recorder) {
  if (recorder.added_rows().empty() && recorder.inverses().empty()) return;
  const std::string touched = format_touched(recorder.touched_rows());
  const std::string added = format_added(recorder.added_rows());
  const auto parts = static_cast<std::int64_t>(recorder.inverses().size());
  const std::int64_t id = next_id(database);
  SQLite::Statement log(
      database, fmt::format("INSERT INTO change_log({}) VALUES(?, ?, ?, ?, ?, ?, ?, ?)", kColumns));
  log.bind(1, id);
  log.bind(2, at.seconds);
  log.bind(3, std::string(name));
  if (undoes) log.bind(4, *undoes);
  log.bind(5, parts);
  log.bind(6, touched);
  log.bind(7, added);
  bind_bytes(log, 8, blake2b_of(log_bytes(id, at, name, undoes, parts, touched, added)));
  log.exec();
  for (const std::string& inverse : recorder.inverses()) {
    SQLite::Statement part(database,
                           "INSERT INTO change_part(change, inverse, digest) VALUES(?, ?, ?)");
    part.bind(1, id);
    bind_bytes(part, 2, inverse);
    bind_bytes(part, 3, blake2b_of(part_bytes(id, inverse)));
    part.exec();
  }
  let_go_before(database, id - kChangesKept + 1);
}

std::vector<LoggedChange> read_changes(SQLite::Database& database) {
  std::vector<LoggedChange> changes;
  std::set<std::int64_t> taken_back;
  SQLite::Statement statement(database,
                              fmt::format("SELECT {} FROM change_log ORDER BY id DESC", kColumns));
  while (statement.executeStep()) {
    LoggedChange change = stored_change_of(statement).logged;
    change.taken_back = taken_back.count(change.id) > 0;
    if (change.undoes && !change.taken_back) taken_back.insert(*change.undoes);
    changes.push_back(std::move(change));
  }
  return changes;
}

void apply_change_backwards(SQLite::Database& database, std::int64_t id, ChangeRecorder& recorder) {
  const StoredChange change = require_change(database, id);
  for (const LoggedChange& known : read_changes(database)) {
    if (known.id == id && known.taken_back) {
      throw Error(ErrorKind::refused,
                  fmt::format("could not take back change {}: it was taken back already", id),
                  "lull undo --list");
    }
  }
  for (const std::string& inverse : read_parts(database, change)) {
    recorder.watch();
    if (!apply_inverse(database, inverse)) throw_conflict(id);
  }
  for (const AddedRow& row : added_rows_of(change)) {
    recorder.watch();
    if (!remove_added(database, row)) throw_conflict(id);
  }
  recorder.touched(backwards(change.logged.touched));
}

void forget_changes_to(SQLite::Database& database, const std::vector<TouchedRows>& rows) {
  std::vector<std::int64_t> ids;
  for (const LoggedChange& change : read_changes(database)) {
    if (change.damaged || overlap(change.touched, rows)) ids.push_back(change.id);
  }
  for (const char* sql :
       {"DELETE FROM change_log WHERE id = ?", "DELETE FROM change_part WHERE change = ?"}) {
    SQLite::Statement statement(database, sql);
    for (const std::int64_t id : ids) {
      statement.bind(1, id);
      statement.exec();
      statement.reset();
    }
  }
}

void forget_changes(SQLite::Database& database) {
  database.exec("DELETE FROM change_log; DELETE FROM change_part;");
}

}  // namespace lull
