#include <SQLiteCpp/Database.h>

#include <fstream>

#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

struct WithBackups : App {
  WithBackups() {
    run({"begin"});
    run({"backup", "create"});
    run({"journal", "add", "river", "--at", "3d"});
    run({"journal", "add", "mountain"});
    clock.move_to(clock.now() + 3600);
    run({"backup", "create"});
  }
  std::filesystem::path newest() { return list_backups(backup_folder(data())).at(0).path; }
};

}  // namespace

TEST_CASE("backup verify finds no backup where there is none", "[backup_verify]") {
  App app;
  for (const char* word : {"--all", "1", "x.db"}) {
    CAPTURE(word);
    const Outcome outcome = app.run({"backup", "verify", word});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.empty());
  }
  CHECK(app.run({"backup", "verify"}).err ==
        "lull: could not find the backup: there is none yet\n      lull backup list\n");
  CHECK(app.run({"backup", "verify", "1", "--all"}).code == 2);
}

TEST_CASE("backup verify says what a sound backup holds", "[backup_verify]") {
  WithBackups app;
  const std::string second =
      "2026-11-20-230000-asked.db: sound, 2 entries of 2026-11-17 to "
      "2026-11-20\n";
  const std::string first = "2026-11-20-220000-asked.db: sound, 0 entries\n";
  CHECK(app.run({"backup", "verify"}).out == second);
  CHECK(app.run({"backup", "verify", "2"}).out == first);
  CHECK(app.run({"backup", "verify", "2026-11-20-220000-asked.db"}).out == first);
  CHECK(app.run({"backup", "verify", app.newest().string()}).out == second);
  const Outcome all = app.run({"backup", "verify", "--all"});
  CHECK(all.code == 0);
  CHECK(all.out == second + first);
}

TEST_CASE("backup verify names what is damaged, checks the others too, and changes nothing",
          "[backup_verify]") {
  WithBackups app;
  SQLite::Database(app.newest().string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE entry SET payload = x'0a79' WHERE id = 2; DROP INDEX entry_at");
  const std::string bytes = read_file(app.newest()).value();
  const Outcome outcome = app.run({"backup", "verify", "--all"});
  CHECK(outcome.code == 3);
  CHECK(outcome.out ==
        "2026-11-20-230000-asked.db: its tables are not lull's, entry 2 is damaged, 2 entries of "
        "2026-11-17 to 2026-11-20\n"
        "2026-11-20-220000-asked.db: sound, 0 entries\n");
  CHECK(read_file(app.newest()).value() == bytes);
  std::ofstream(app.newest()) << "no journal";
  CHECK(app.run({"backup", "verify"}).code == 3);
}
