#include <SQLiteCpp/Database.h>

#include "lull/app/key_pins.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/locked.hpp"

using namespace lull;
using Catch::Matchers::ContainsSubstring;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("lock status needs a journal", "[lock_status]") {
  App app;
  CHECK(app.run({"lock", "status"}).code == 1);
}

TEST_CASE("lock status answers 1 where there is no lock", "[lock_status]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"lock"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out == "Not locked: whoever uses this account can read the journal.\n");
  CHECK(outcome.err.empty());
}

TEST_CASE("lock status tells about the lock and never asks", "[lock_status]") {
  App app;
  app.run({"begin", "--why", "Words."});
  test::lock(app, {"--recovery"});
  const std::string hex = to_hex(open_store(app.data() / "lull.db")->lock()->public_key);
  const Outcome outcome = app.run({"lock", "status"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "Locked: adding needs no passphrase, reading does.\n"
        "Key         " +
            hex.substr(0, 4) + ' ' + hex.substr(4, 4) + ' ' + hex.substr(8, 4) + ' ' +
            hex.substr(12, 4) +
            ", the one this computer knows\n"
            "Passphrase  stretched by Argon2id: 1 pass, 8 KiB\n"
            "Recovery    a phrase opens it as well\n"
            "Sealed      2 rows\n");
  CHECK(app.terminal.asked.empty());
}

TEST_CASE("a swapped key stops adding until its owner says it is theirs", "[lock_status]") {
  App app;
  app.run({"begin", "--why", "Words."});
  test::lock(app);
  const NewVault other = make_vault(Secret(std::string("theirs")), kLeastCost);
  pin_key(app.environment, app.data() / "lull.db", other.record.public_key);
  const Outcome add = app.run({"journal", "add", "heron"});
  CHECK(add.code == 4);
  CHECK_THAT(add.err, ContainsSubstring("could not save: the journal's key is not the one that "
                                        "this computer knows"));
  CHECK_THAT(add.err, ContainsSubstring("your text is kept in"));
  const Outcome status = app.run({"lock", "status"});
  CHECK_THAT(status.out, ContainsSubstring("NOT the one this computer knows"));
  CHECK_THAT(status.err, ContainsSubstring("lull lock change takes its key as known"));
  CHECK_THAT(test::run_unlocked(app, {"journal", "list"}).err,
             ContainsSubstring("is not the one that this computer knows"));
  app.terminal.secrets = {test::kPassphrase, "new", "new"};
  CHECK(app.run({"lock", "change"}).code == 0);
  CHECK(app.run({"journal", "add", "heron"}).code == 0);
}

TEST_CASE("a lock that is gone stops adding, and lock status says what to do", "[lock_status]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  SQLite::Database((app.data() / "lull.db").string(), SQLite::OPEN_READWRITE)
      .exec("DELETE FROM key_record");
  CHECK(app.run({"journal", "add", "heron"}).code == 4);
  CHECK(app.run({"contact", "add", "text", "--in"}).code == 4);
  const Outcome status = app.run({"lock", "status"});
  CHECK(status.code == 1);
  CHECK_THAT(status.err, ContainsSubstring("This computer knows it as locked"));
}
