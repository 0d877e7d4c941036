#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string_view>
#include <vector>

#include "change_recorder.hpp"
#include "lull/store/change_log.hpp"

namespace lull {

/// Writes down what the recorder saw, when it saw anything, and lets go of what is older than the
/// last kChangesKept. Part of the transaction that it is called in.
void log_change(SQLite::Database& database, Instant at, std::string_view name,
                std::optional<std::int64_t> undoes, const ChangeRecorder& recorder);

/// All changes, newest first.
std::vector<LoggedChange> read_changes(SQLite::Database& database);

/// Undoes what the change did, while `recorder` watches. Throws as Store::take_back. Part of the
/// transaction that it is called in, which must end without a commit when this throws.
void apply_change_backwards(SQLite::Database& database, std::int64_t id, ChangeRecorder& recorder);

/// Lets go of the changes that touched any of these rows, and so may hold their words.
void forget_changes_to(SQLite::Database& database, const std::vector<TouchedRows>& rows);
/// Lets go of all changes.
void forget_changes(SQLite::Database& database);

}  // namespace lull
