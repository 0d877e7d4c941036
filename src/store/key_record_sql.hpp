#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>

#include "lull/store/key_record.hpp"

namespace lull {

/// The lock in the file, or nothing. One that can't be read comes back empty and not sound.
std::optional<KeyRecord> read_key_record(SQLite::Database& database);
/// Puts it in place of the one there is; with nothing, removes it.
void write_key_record(SQLite::Database& database, const std::optional<KeyRecord>& record);

}  // namespace lull
