#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/locked.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

PublicKey key_of(App& app) { return open_store(app.data() / "lull.db")->lock()->public_key; }

bool opens_with(App& app, const std::string& passphrase) {
  app.terminal.secrets = {passphrase, passphrase, passphrase};
  return app.run({"journal", "show", "1", "--format", "raw"}).out == "Words.";
}

}  // namespace

TEST_CASE("lock change refuses where there is no lock", "[lock_change]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"lock", "change"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "lull: could not change the lock: there is none\n      lull lock set\n");
}

TEST_CASE("lock change ends after three wrong passphrases, and nothing has changed",
          "[lock_change]") {
  App app;
  app.run({"begin", "--why", "Words."});
  test::lock(app);
  app.terminal.secrets = {"a", "b", "c", "d"};
  const Outcome outcome = app.run({"lock", "change"});
  CHECK(outcome.code == 4);
  CHECK(outcome.err ==
        "That is not it. 2 more tries.\nThat is not it. 1 more try.\n"
        "lull: could not unlock the journal: the passphrase is wrong\n");
  CHECK(app.terminal.asked.size() == 3);
  CHECK(opens_with(app, test::kPassphrase));
}

TEST_CASE("lock change gives another passphrase to the same key", "[lock_change]") {
  App app;
  app.run({"begin", "--why", "Words."});
  test::lock(app);
  const PublicKey before = key_of(app);
  app.terminal.secrets = {test::kPassphrase, "new", "new"};
  const Outcome outcome = app.run({"lock", "change"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err ==
        "Changed. The key is the same, so older copies of the file still open with the passphrase "
        "from before.\n");
  CHECK(key_of(app) == before);
  CHECK(opens_with(app, "new"));
  CHECK_FALSE(opens_with(app, test::kPassphrase));
}

TEST_CASE("lock change --with-recovery takes the phrase in place of the passphrase",
          "[lock_change]") {
  App app;
  app.run({"begin", "--why", "Words."});
  const std::string phrase = test::lock(app, {"--recovery"}).out;
  app.terminal.secrets = {phrase, "new", "new"};
  CHECK(app.run({"lock", "change", "--with-recovery"}).code == 0);
  CHECK(app.terminal.asked.at(0) == "Recovery phrase: ");
  CHECK(opens_with(app, "new"));
  CHECK(opens_with(app, phrase));
}

TEST_CASE("lock change --recovery makes a new phrase and ends the old one", "[lock_change]") {
  App app;
  app.run({"begin", "--why", "Words."});
  const std::string before = test::lock(app, {"--recovery"}).out;
  app.terminal.secrets = {test::kPassphrase, "new", "new"};
  const Outcome outcome = app.run({"lock", "change", "--recovery"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.size() == 54);
  CHECK(opens_with(app, outcome.out));
  CHECK_FALSE(opens_with(app, before));
}

TEST_CASE("lock change --new-key seals everything again", "[lock_change]") {
  App app;
  app.run({"begin", "--why", "Words."});
  const std::string phrase = test::lock(app, {"--recovery"}).out;
  const PublicKey before = key_of(app);
  app.terminal.secrets = {test::kPassphrase, "new", "new"};
  const Outcome outcome = app.run({"lock", "change", "--new-key"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err ==
        "Changed, with a new key; everything was sealed again.\n"
        "The recovery phrase from before opens it no more.\n");
  CHECK(key_of(app) != before);
  CHECK(opens_with(app, "new"));
  CHECK_FALSE(opens_with(app, phrase));
  CHECK(app.run({"journal", "add", "more"}).code == 0);
  app.run({"backup", "create"});
  app.terminal.secrets = {"new", "newer", "newer"};
  CHECK(app.run({"lock", "change", "--new-key"}).err ==
        "Changed, with a new key; everything was sealed again.\n"
        "Backups from before still open with the passphrase from before.\n");
}
