#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace lull {

/// A path as SQLite takes it: a name that begins with "file:" is no address.
std::string sqlite_name(const std::filesystem::path& path);

/// Opens the file of a journal of any version for a check, after its header was read. Throws as
/// check_header.
SQLite::Database open_for_reading(const std::filesystem::path& path);

std::int32_t version_of(SQLite::Database& database);
bool has_table(SQLite::Database& database, const std::string& name);
/// What SQLite's own check says.
bool is_structure_sound(SQLite::Database& database);

}  // namespace lull
