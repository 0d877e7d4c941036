#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

#include "backup_copy.hpp"
#include "change_log.hpp"
#include "connection.hpp"
#include "file_gate.hpp"
#include "journal_file.hpp"
#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1024} * 1024;

// Keeps every other program from the journal until the connection is closed, with what a crash left
// of an earlier change settled. A program that waits for it finds the file exchanged afterwards,
// and SQLite refuses to write to it.
std::unique_ptr<SQLite::Database> open_alone(const std::filesystem::path& store) {
  check_header(store, kSchemaVersion);
  auto database = std::make_unique<SQLite::Database>(
      open_connection(sqlite_name(store), SQLite::OPEN_READWRITE));
  SQLite::Statement(*database, "PRAGMA locking_mode=EXCLUSIVE").executeStep();
  SQLite::Transaction(*database, SQLite::TransactionBehavior::EXCLUSIVE).commit();
  return database;
}

void copy_pieces(const std::filesystem::path& from, const ByteSink& sink) {
  std::ifstream file(from, std::ios::binary);
  std::string piece(kPieceBytes, '\0');
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    sink(std::string_view(piece.data(), static_cast<std::size_t>(file.gcount())));
  }
  if (!file.eof()) {
    throw Error(ErrorKind::io, "could not read the backup; the journal is as it was");
  }
}

std::filesystem::path resolved(const std::filesystem::path& store) {
  std::error_code none;
  const auto path = std::filesystem::canonical(store, none);
  return none ? store : path;
}

// A second name for the same bytes: the journal stays in its place until it is replaced. What
// SQLite left beside a damaged file belongs to that file alone.
std::filesystem::path set_aside(const std::filesystem::path& store, Instant at) {
  const std::filesystem::path file = resolved(store);
  std::filesystem::path aside = fmt::format("{}.damaged-{}", file.string(), at.seconds);
  if (link(file.c_str(), aside.c_str()) != 0) {
    write_file_atomically(
        aside, [&](const ByteSink& sink) { copy_pieces(file, sink); }, Existing::keep);
  }
  const std::string journal = file.string() + "-journal";
  if (rename(journal.c_str(), (aside.string() + "-journal").c_str()) != 0 && errno != ENOENT) {
    throw Error(ErrorKind::io,
                fmt::format("could not set the journal aside: {}", std::strerror(errno)));
  }
  return aside;
}

bool is_about_the_file(const Error& error) {
  return error.kind() == ErrorKind::store || error.kind() == ErrorKind::permissions;
}

std::size_t erase_by_uid(SQLite::Database& database, const std::string& table,
                         const std::vector<Uid>& rows) {
  if (!has_table(database, table)) return 0;
  SQLite::Statement statement(database, fmt::format("DELETE FROM {} WHERE uid = ?", table));
  int erased = 0;
  for (const Uid& uid : rows) {
    statement.bind(1, uid.bytes.data(), static_cast<int>(uid.bytes.size()));
    erased += statement.exec();
    statement.reset();
  }
  return static_cast<std::size_t>(erased);
}

// What an entry was before in this copy alone: the journal may have gone another way since.
void erase_left_revisions(SQLite::Database& database) {
  if (!has_table(database, "revision")) return;
  database.exec("DELETE FROM revision WHERE entry <> 0 AND entry NOT IN (SELECT id FROM entry)");
}

}  // namespace

Restored restore_backup(const std::filesystem::path& backup, const std::filesystem::path& store,
                        const std::filesystem::path& folder, Instant at) {
  return translating("restore the backup", [&] {
    Restored restored;
    std::unique_ptr<SQLite::Database> held;
    if (store_exists(store)) {
      try {
        held = translating("open the journal", [&] { return open_alone(store); });
        restored.kept = copy_database(*held, folder, at, BackupReason::restore);
      } catch (const Error& error) {
        if (!is_about_the_file(error)) throw;
        restored.kept_aside = set_aside(store, at);
      }
    }
    write_file_atomically(store, [&](const ByteSink& sink) { copy_pieces(backup, sink); });
    return restored;
  });
}

std::size_t purge_from_backup(const std::filesystem::path& backup, const std::vector<Uid>& rows) {
  return translating("purge from the backup", [&] {
    open_for_reading(backup);  // its header first, and that it is one of ours
    SQLite::Database database = open_connection(sqlite_name(backup), SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const std::size_t erased =
        erase_by_uid(database, "entry", rows) + erase_by_uid(database, "revision", rows);
    if (has_table(database, "change_log")) forget_changes(database);
    if (erased > 0) {
      erase_left_revisions(database);
      if (has_table(database, "entry_search")) {
        database.exec("INSERT INTO entry_search(entry_search) VALUES('rebuild')");
      }
    }
    transaction.commit();
    return erased;
  });
}

}  // namespace lull
