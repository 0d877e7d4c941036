#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

#include "backup_copy.hpp"
#include "connection.hpp"
#include "file_gate.hpp"
#include "journal_file.hpp"
#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

constexpr std::size_t kPieceBytes = 1024 * 1024;

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

void erase_entry(SQLite::Database& database, const Uid& uid, std::size_t& erased) {
  SQLite::Statement find(database, "SELECT id FROM entry WHERE uid = ?");
  find.bind(1, uid.bytes.data(), static_cast<int>(uid.bytes.size()));
  if (!find.executeStep()) return;
  const std::int64_t id = find.getColumn(0).getInt64();
  find.reset();
  if (has_table(database, "revision")) {
    SQLite::Statement revisions(database, "DELETE FROM revision WHERE entry = ?");
    revisions.bind(1, id);
    revisions.exec();
  }
  SQLite::Statement entry(database, "DELETE FROM entry WHERE id = ?");
  entry.bind(1, id);
  entry.exec();
  ++erased;
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

std::size_t purge_from_backup(const std::filesystem::path& backup,
                              const std::vector<Uid>& entries) {
  return translating("purge from the backup", [&] {
    open_for_reading(backup);  // its header first, and that it is one of ours
    SQLite::Database database = open_connection(sqlite_name(backup), SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    std::size_t erased = 0;
    for (const Uid& uid : entries) erase_entry(database, uid, erased);
    if (has_table(database, "change_log")) {
      database.exec("DELETE FROM change_log; DELETE FROM change_part;");
    }
    if (erased > 0 && has_table(database, "entry_search")) {
      database.exec("INSERT INTO entry_search(entry_search) VALUES('rebuild')");
    }
    transaction.commit();
    return erased;
  });
}

}  // namespace lull
