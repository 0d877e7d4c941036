#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <string>

namespace lull {

/// Opens the file of a journal of any version for a check, after its header was read. Throws as
/// check_header.
SQLite::Database open_for_reading(const std::filesystem::path& path);

bool has_table(SQLite::Database& database, const std::string& name);
/// What SQLite's own check says.
bool is_structure_sound(SQLite::Database& database);

}  // namespace lull
