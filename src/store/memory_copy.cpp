#include "memory_copy.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <new>

#include "connection.hpp"

namespace lull {
namespace {

constexpr int kBusyMilliseconds = 10'000;

SQLite::Database empty_in_memory() {
  return SQLite::Database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}

SQLite::Database read_whole(const std::string& name) {
  SQLite::Database source(name, SQLite::OPEN_READONLY, kBusyMilliseconds);
  sqlite3_extended_result_codes(source.getHandle(), 1);
  // The lock is waited for here: a backup itself does not wait.
  source.exec("BEGIN");
  SQLite::Statement(source, "SELECT count(*) FROM sqlite_schema").executeStep();
  SQLite::Database copy = empty_in_memory();
  SQLite::Backup(copy, source).executeStep();
  return copy;
}

// What every command that opens the journal does first: SQLite takes back a write that was cut
// short, which it can't do through a connection that only reads.
void take_back_interrupted(const std::string& name) {
  SQLite::Database database(name, SQLite::OPEN_READWRITE, kBusyMilliseconds);
  SQLite::Statement(database, "SELECT count(*) FROM sqlite_schema").executeStep();
}

}  // namespace

MemoryCopy copy_into_memory(const std::filesystem::path& path) {
  return translating("read the journal", [&] {
    const std::string name = sqlite_name(path);
    try {
      return MemoryCopy{read_whole(name), false};
    } catch (const SQLite::Exception& error) {
      if (error.getExtendedErrorCode() != SQLITE_READONLY_ROLLBACK) throw;
    }
    take_back_interrupted(name);
    return MemoryCopy{read_whole(name), true};
  });
}

SQLite::Database database_of(const std::string& bytes) {
  SQLite::Database database = empty_in_memory();
  auto* buffer = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size() + 1));
  if (buffer == nullptr) throw std::bad_alloc();
  std::copy(bytes.begin(), bytes.end(), buffer);
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  const int result =
      sqlite3_deserialize(database.getHandle(), "main", buffer, size, size,
                          SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  if (result != SQLITE_OK) throw to_error("read the journal", result, result);
  return database;
}

std::string bytes_of(SQLite::Database& database) {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
      sqlite3_serialize(database.getHandle(), "main", &size, 0), sqlite3_free);
  if (!bytes) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

}  // namespace lull
