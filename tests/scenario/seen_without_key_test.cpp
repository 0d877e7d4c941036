// docs/privacy.md, "What can be seen without the passphrase", held against what the program leaves:
// in every table, in the list of changes, in the backups and in the folders.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <set>

#include "lull/cli/command.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/key_record.hpp"
#include "lull/store/row.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/locked_program.hpp"

using namespace lull;
using lull::test::calls;
using lull::test::LockedProgram;

namespace {

constexpr std::int64_t kDay = 86'400;
constexpr int kOverhead = 4 + 48;  // "LLS1", one-time key and tag
constexpr int kPadding = 256;

std::int64_t number(SQLite::Database& database, const std::string& sql) {
  SQLite::Statement statement(database, sql);
  REQUIRE(statement.executeStep());
  return statement.getColumn(0).getInt64();
}

std::vector<std::string> texts(SQLite::Database& database, const std::string& sql) {
  std::vector<std::string> found;
  SQLite::Statement statement(database, sql);
  while (statement.executeStep()) found.push_back(statement.getColumn(0).getString());
  return found;
}

void check_rows(SQLite::Database& database) {
  for (const TableId table : all_tables()) {
    const std::string name(shape_of(table).name);
    CAPTURE(name);
    const auto none = [&](const std::string& condition) {
      CHECK(number(database, "SELECT count(*) FROM " + name + " WHERE " + condition) == 0);
    };
    none("at % " + std::to_string(kDay) + " <> 0");
    none("(length(payload) - " + std::to_string(kOverhead) + ") % " + std::to_string(kPadding) +
         " <> 0");
    none("substr(payload, 1, 4) <> CAST('LLS1' AS BLOB)");
    none("length(uid) <> 16");
  }
  CHECK(number(database, "SELECT count(*) FROM entry WHERE trashed_on IS NOT NULL") == 0);
  CHECK(number(database, "SELECT count(*) FROM revision WHERE entry <> 0") == 0);
  CHECK(number(database, "SELECT count(*) FROM contact WHERE breaks <> 1 AND last_day <> day") ==
        0);
  CHECK(number(database, "SELECT count(*) FROM entry_search_docsize") == 0);
}

// No hour, no word: days, names of commands, tables and numbers.
void check_changes(SQLite::Database& database) {
  CHECK(number(database, "SELECT count(*) FROM change_log WHERE at % 86400 <> 0") == 0);
  CHECK(number(database, "SELECT count(*) FROM change_log") <= kChangesKept);
  // Some go by a name of their own.
  std::set<std::string> commands{"journal purge", "exception add", "exception remove",
                                 "begin --end", "streak rule"};
  for (const Command& command : command_table()) commands.emplace(command.name);
  for (const std::string& name : texts(database, "SELECT DISTINCT name FROM change_log")) {
    CAPTURE(name);
    CHECK(commands.count(name) == 1);
  }
  for (const std::string& lines : texts(database, "SELECT touched || added FROM change_log")) {
    CAPTURE(lines);
    CHECK(lines.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789- \n") == std::string::npos);
  }
}

// What may lie in the journal's folder, the state folder and the runtime folder afterwards.
bool is_named_in_the_page(const std::string& name) {
  for (const char* known : {"lull.db", "keys", "reminded", "noticed", "config.toml"}) {
    if (name == known) return true;
  }
  for (const char* known : {"recovery-", "lull.db.before-repair-", "lull.db.damaged-"}) {
    if (name.starts_with(known)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("of a locked journal nothing is seen but what the page on privacy lists",
          "[seen_without_key]") {
  LockedProgram journal;
  for (const auto& words : calls(journal)) journal.run(words, "");
  REQUIRE(journal.run({"lock", "status"}) == 0);

  std::vector<std::filesystem::path> copies{journal.journal()};
  for (const BackupFile& file : list_backups(backup_folder(journal.journal().parent_path()))) {
    copies.push_back(file.path);
  }
  REQUIRE(copies.size() > 1);
  for (const auto& copy : copies) {
    CAPTURE(copy);
    SQLite::Database database(copy.string(), SQLite::OPEN_READONLY);
    check_rows(database);
    check_changes(database);
  }

  for (const auto& file : std::filesystem::recursive_directory_iterator(journal.root())) {
    const auto within = std::filesystem::relative(file.path(), journal.root()).string();
    if (!file.is_regular_file() || within == "input" || within == "out" || within == "err")
      continue;
    CAPTURE(within);
    const bool backup = file.path().parent_path().filename() == "backups";
    CHECK((backup || is_named_in_the_page(file.path().filename().string())));
  }
  const std::string keys = read_file(journal.root() / "home/.local/state/lull/keys").value();
  CHECK(keys == to_hex(open_store(journal.journal())->lock()->public_key) + ' ' +
                    std::filesystem::canonical(journal.journal()).string() + '\n');
}
