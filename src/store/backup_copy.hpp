#pragma once

#include <SQLiteCpp/Database.h>

#include "lull/store/backup.hpp"

namespace lull {

/// make_backup, of a journal that is open already; its connection may hold the file for itself, but
/// is in no transaction.
BackupFile copy_database(SQLite::Database& database, const std::filesystem::path& folder,
                         Instant at, BackupReason reason);

}  // namespace lull
