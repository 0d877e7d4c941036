#include "migrate.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <string>

#include "change_log.hpp"
#include "lull/store/sqlite_store.hpp"

namespace lull {
namespace {

constexpr std::size_t kFirstWithChanges = 5;

}  // namespace

std::int32_t version_of(SQLite::Database& database) {
  SQLite::Statement statement(database, "PRAGMA user_version");
  statement.executeStep();
  return statement.getColumn(0).getInt();
}

// Another process may have migrated since the header was read: the version is read again under the
// lock.
void migrate(SQLite::Database& database, std::size_t upto) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::EXCLUSIVE);
  const auto steps = schema_steps();
  for (auto version = static_cast<std::size_t>(version_of(database)); version < upto; ++version) {
    database.exec(std::string(steps[version]));
  }
  // What was recorded in the older form could not be applied to the newer one.
  if (upto >= kFirstWithChanges) forget_changes(database);
  database.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
  database.exec(fmt::format("PRAGMA user_version = {}", upto));
  transaction.commit();
}

}  // namespace lull
