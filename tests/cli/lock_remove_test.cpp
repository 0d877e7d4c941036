#include "lull/app/key_pins.hpp"
#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/locked_file.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"
#include "support/locked.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

bool is_locked(App& app) { return open_store(app.data() / "lull.db")->lock().has_value(); }

}  // namespace

TEST_CASE("lock remove refuses where there is no lock", "[lock_remove]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"lock", "remove"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "lull: could not remove the lock: there is none\n");
}

TEST_CASE("lock remove needs the passphrase before anything else", "[lock_remove]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  app.terminal.secrets = {"wrong", "wrong", "wrong"};
  CHECK(app.run({"lock", "remove", "--yes"}).code == 4);
  CHECK(is_locked(app));
}

TEST_CASE("lock remove refuses when nobody can be asked", "[lock_remove]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  const Outcome outcome = test::run_unlocked(app, {"lock", "remove"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not remove the lock: nobody was there to be asked\n"
        "      lull lock remove --yes\n");
  CHECK(is_locked(app));
}

TEST_CASE("lock remove asks twice, and one no leaves the lock", "[lock_remove]") {
  App app;
  app.run({"begin"});
  app.terminal.interactive = true;
  app.terminal.answers = {""};
  test::lock(app);
  for (const std::deque<std::string>& answers :
       {std::deque<std::string>{}, {"n"}, {""}, {"y"}, {"y", "n"}}) {
    app.terminal.answers = answers;
    const Outcome outcome = test::run_unlocked(app, {"lock", "remove"});
    CHECK(outcome.code == 1);
    CHECK(outcome.err == "Nothing was changed.\n");
    CHECK(is_locked(app));
  }
  app.terminal.answers = {"y", "y"};
  CHECK(test::run_unlocked(app, {"lock", "remove"}).code == 0);
  CHECK_FALSE(is_locked(app));
}

TEST_CASE("lock remove lays everything in clear and forgets the key", "[lock_remove]") {
  App app;
  app.run({"begin", "--why", "Waterfall words."});
  test::lock(app);
  const Outcome outcome = test::run_unlocked(app, {"lock", "remove", "--yes"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "The lock is gone. Everything lies in clear, readable by this account.\n");
  CHECK_FALSE(pinned_key(app.environment, app.data() / "lull.db"));
  app.terminal.asked.clear();
  CHECK(app.run({"journal", "search", "waterfall"}).code == 0);
  CHECK(app.run({"journal", "add", "more"}).code == 0);
  CHECK(app.terminal.asked.empty());
}

TEST_CASE("lock remove keeps a backup from before, sealed", "[lock_remove]") {
  App app;
  app.run({"begin", "--why", "Waterfall words."});
  test::lock(app);
  test::run_unlocked(app, {"lock", "remove", "--yes"});
  const auto files = list_backups(backup_folder(app.data()));
  REQUIRE(files.size() == 1);
  CHECK(files.front().reason == BackupReason::lock);
  CHECK(is_locked_file(files.front().path));
  CHECK(check_journal(files.front().path).entries == 1);
  CHECK(app.run({"backup", "restore", "--yes"}).code == 0);
  CHECK(test::run_unlocked(app, {"journal", "show", "1", "--format", "raw"}).out ==
        "Waterfall words.");
}

TEST_CASE("lock remove that can't make its backup leaves the lock", "[lock_remove]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  std::filesystem::remove_all(backup_folder(app.data()));
  write_file_atomically(backup_folder(app.data()), "not a folder");
  CHECK(test::run_unlocked(app, {"lock", "remove", "--yes"}).code == 6);
  CHECK(is_locked(app));
}

TEST_CASE("lock remove forgets the key before it lays anything in clear", "[lock_remove]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  const auto store = app.data() / "lull.db";
  const auto key = pinned_key(app.environment, store);
  REQUIRE(key);
  class Failing : public test::FailingStore {
   public:
    Failing(std::unique_ptr<Store> real, std::function<void()> at_relock)
        : FailingStore(*real, 0, Error(ErrorKind::io, "")),
          real_(std::move(real)),
          at_relock_(std::move(at_relock)) {}
    void relock(const std::optional<KeyRecord>&, const SecretKey&) override { at_relock_(); }

   private:
    std::unique_ptr<Store> real_;
    std::function<void()> at_relock_;
  };
  app.open = [&](const auto& path) {
    return std::make_unique<Failing>(open_store(path), [&] {
      CHECK_FALSE(pinned_key(app.environment, store));
      throw Error(ErrorKind::io, "no space");
    });
  };
  CHECK(test::run_unlocked(app, {"lock", "remove", "--yes"}).code == 6);
  CHECK(pinned_key(app.environment, store) == key);
}
