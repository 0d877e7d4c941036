#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <memory>

#include "backup_copy.hpp"
#include "connection.hpp"
#include "file_gate.hpp"
#include "lull/base/file.hpp"
#include "lull/base/utf8.hpp"
#include "migrate.hpp"
#include "schema.hpp"
#include "sqlite_store.hpp"

namespace lull {

bool store_exists(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  return status.type() != std::filesystem::file_type::not_found;
}

void create_store(const std::filesystem::path& path) {
  create_private_folder(path.parent_path());
  const std::string image = translating("make the journal", [&] {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(database);
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
        sqlite3_serialize(database.getHandle(), "main", &size, 0), sqlite3_free);
    if (!bytes) throw Error(ErrorKind::io, "could not make the journal: not enough memory");
    return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
  });
  try {
    write_file_atomically(path, image, Existing::keep);
  } catch (const Error& error) {
    // Two shells at once: the other one made it first, which is as good.
    if (error.kind() != ErrorKind::refused) throw;
  }
}

std::unique_ptr<Store> open_store(const std::filesystem::path& path, const Clock* clock) {
  check_header(path, kSchemaVersion);
  SQLite::Database database = open_connection(sqlite_name(path), SQLite::OPEN_READWRITE);
  // Not what the header said: a migration that was cut short has been taken back since.
  const std::int32_t version =
      translating("open the journal", [&] { return version_of(database); });
  if (version < kSchemaVersion) {
    translating("prepare the journal for this version", [&] {
      const Instant now = clock != nullptr ? clock->now() : SystemClock().now();
      copy_database(database, backup_folder(path.parent_path()), now, BackupReason::migration);
      migrate(database);
    });
  }
  return std::make_unique<SqliteStore>(std::move(database), clock);
}

std::unique_ptr<Store> open_memory_store(const Clock* clock) {
  SQLite::Database database =
      open_connection(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(database);
  return std::make_unique<SqliteStore>(std::move(database), clock);
}

}  // namespace lull
