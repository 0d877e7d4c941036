#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <string>

namespace lull {

/// A journal file in memory, so that it can be looked at for as long as it takes with no lock held
/// and nothing written.
struct MemoryCopy {
  SQLite::Database database;
  /// A write had been cut short, and SQLite took it back before the copy was made.
  bool was_interrupted = false;
};

/// Copies the file as it stood at one instant. Throws Error.
MemoryCopy copy_into_memory(const std::filesystem::path& path);

/// A database out of the bytes of a file, damaged ones too.
SQLite::Database database_of(const std::string& bytes);
/// The bytes of a file with this database in it.
std::string bytes_of(SQLite::Database& database);

}  // namespace lull
