#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>

namespace lull {

/// A second connection that only reads, for another thread: it sees what `reading` sees for as long
/// as that has its read transaction, since nobody can write until then. Nothing where there can be
/// none: in memory, in a change, after the file was put aside, or when the system gives no more
/// files. To be called before other threads use `reading`.
std::optional<SQLite::Database> open_beside(SQLite::Database& reading);

}  // namespace lull
