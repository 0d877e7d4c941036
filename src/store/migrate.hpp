#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <cstdint>

#include "schema.hpp"

namespace lull {

/// The schema version that a database says it has.
std::int32_t version_of(SQLite::Database& database);

/// Brings a database to version `upto` in one transaction, from whatever version it has then.
void migrate(SQLite::Database& database, std::size_t upto = schema_steps().size());

}  // namespace lull
