#include <unistd.h>

#include "lull/app/key_pins.hpp"
#include "lull/base/file.hpp"
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

/// A pipe that gives `text`, as a descriptor's number.
class Given {
 public:
  explicit Given(const std::string& text) {
    REQUIRE(pipe(ends_) == 0);
    REQUIRE(write(ends_[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    close(ends_[1]);
  }
  Given(const Given&) = delete;
  Given& operator=(const Given&) = delete;
  ~Given() { close(ends_[0]); }
  std::string number() const { return std::to_string(ends_[0]); }

 private:
  int ends_[2]{};
};

}  // namespace

TEST_CASE("lock set needs a journal", "[lock_set]") {
  App app;
  const Outcome outcome = app.run({"lock", "set"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not open the journal: there is none yet\n      lull --data FOLDER begin\n");
}

TEST_CASE("lock set without anything that gives a passphrase changes nothing", "[lock_set]") {
  App app;
  app.run({"begin"});
  test::make_stretching_free(app);
  const Outcome outcome = app.run({"lock", "set"});
  CHECK(outcome.code == 4);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "Adding will need no passphrase; reading will. Without it nobody opens the journal again, "
        "and nobody can help.\n"
        "lull: could not unlock the journal: it is locked, and there is no terminal to ask on\n"
        "      LULL_PASSPHRASE_FD or LULL_PASSPHRASE_COMMAND gives it without a terminal\n");
  CHECK_FALSE(is_locked(app));
}

TEST_CASE("lock set refuses a second lock", "[lock_set]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  const Outcome outcome = app.run({"lock", "set"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not set a lock: there is one\n"
        "      lull lock change gives it another passphrase\n");
}

TEST_CASE("lock set refuses words that say two things", "[lock_set]") {
  App app;
  app.run({"begin"});
  app.terminal.secrets = {"a", "a"};
  CHECK(app.run({"lock", "set", "--recovery", "--no-recovery"}).code == 2);
  CHECK(app.run({"lock", "set", "--kdf", "fast"}).code == 2);
  CHECK_FALSE(is_locked(app));
}

TEST_CASE("lock set asks again while the two passphrases differ", "[lock_set]") {
  App app;
  app.run({"begin"});
  test::make_stretching_free(app);
  app.terminal.secrets = {"one", "other", "one", "one"};
  const Outcome outcome = app.run({"lock", "set"});
  CHECK(outcome.code == 0);
  CHECK(app.terminal.asked == std::vector<std::string>{"New passphrase: ", "The same again: ",
                                                       "New passphrase: ", "The same again: "});
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring("The two are not the same."));
  app.terminal.secrets = {"one"};
  CHECK(app.run({"journal", "list"}).code == 1);
}

TEST_CASE("lock set seals what was written, and says what it means", "[lock_set]") {
  App app;
  app.run({"begin", "--alias", "Kim", "--why", "Waterfall words."});
  app.run({"journal", "add", "the heron #meadow"});
  const Outcome outcome = test::lock(app);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "Adding will need no passphrase; reading will. Without it nobody opens the journal again, "
        "and nobody can help.\n"
        "Locked. Everything is sealed and was read back.\n"
        "Copies that backup or sync programs made before are not locked by it.\n");
  const std::string bytes = read_file(app.data() / "lull.db").value();
  for (const char* word : {"Kim", "Waterfall", "waterfal", "heron", "meadow"}) {
    CHECK(bytes.find(word) == std::string::npos);
  }
  CHECK(test::run_unlocked(app, {"journal", "show", "2", "--format", "raw"}).out ==
        "the heron #meadow");
}

TEST_CASE("lock set writes the key down in the state folder", "[lock_set]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  const auto store = app.data() / "lull.db";
  CHECK(pinned_key(app.environment, store) == open_store(store)->lock()->public_key);
  const auto file = key_pins_file(app.environment);
  CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms(077)) ==
        std::filesystem::perms::none);
}

TEST_CASE("lock set prints the recovery phrase once, and it opens the journal", "[lock_set]") {
  App app;
  app.run({"begin", "--why", "Words."});
  const Outcome outcome = test::lock(app, {"--recovery"});
  REQUIRE(outcome.out.size() == 54);
  CHECK(outcome.err.find(outcome.out) == std::string::npos);
  app.terminal.secrets = {outcome.out.substr(0, 53)};
  CHECK(app.run({"journal", "show", "1", "--format", "raw"}).out == "Words.");
}

TEST_CASE("lock set on a terminal asks about the phrase, and Enter is no", "[lock_set]") {
  App app;
  app.run({"begin"});
  app.terminal.interactive = true;
  app.terminal.answers = {""};
  CHECK(test::lock(app).out.empty());
  App yes;
  yes.run({"begin"});
  yes.terminal.interactive = true;
  yes.terminal.answers = {"y"};
  CHECK(test::lock(yes).out.size() == 54);
}

TEST_CASE("lock set takes the passphrase from a descriptor or a command", "[lock_set]") {
  App app;
  app.run({"begin", "--why", "Words."});
  test::make_stretching_free(app);
  {
    const Given given("from a pipe\nand more\n");
    app.environment.set("LULL_PASSPHRASE_FD", given.number());
    CHECK(app.run({"lock", "set"}).code == 0);
  }
  {
    const Given given("from a pipe");
    app.environment.set("LULL_PASSPHRASE_FD", given.number());
    CHECK(app.run({"journal", "show", "1", "--format", "raw"}).out == "Words.");
  }
  app.environment.set("LULL_PASSPHRASE_FD", "");
  app.environment.set("LULL_PASSPHRASE_COMMAND", "printf '%s\\n' 'from a pipe'");
  CHECK(app.run({"journal", "show", "1", "--format", "raw"}).out == "Words.");
  CHECK(app.terminal.asked.empty());
}

TEST_CASE("lock set removes older copies that lie in clear, after one question", "[lock_set]") {
  App app;
  app.run({"begin"});
  const auto copy = app.data() / "lull.db.v3.bak";
  write_file_atomically(copy, "words in clear");
  app.terminal.interactive = true;
  app.terminal.answers = {"", ""};
  test::lock(app);
  CHECK_FALSE(std::filesystem::exists(copy));

  App kept;
  kept.run({"begin"});
  write_file_atomically(kept.data() / "lull.db.v3.bak", "words in clear");
  CHECK_THAT(test::lock(kept).err, Catch::Matchers::ContainsSubstring("lull: not locked: "));
  CHECK(std::filesystem::exists(kept.data() / "lull.db.v3.bak"));
}

TEST_CASE("lock set seals texts that could not be saved before", "[lock_set]") {
  App app;
  app.run({"begin"});
  write_file_atomically(app.data() / "recovery-1795000000-1-0.txt", "a draft");
  test::lock(app);
  CHECK_FALSE(std::filesystem::exists(app.data() / "recovery-1795000000-1-0.txt"));
  CHECK(test::run_unlocked(app, {"journal", "recover"}).code == 0);
  CHECK(test::run_unlocked(app, {"journal", "show", "--last", "--format", "raw"}).out == "a draft");
}

TEST_CASE("a passphrase is the same however its accents were typed", "[lock_set]") {
  App app;
  app.run({"begin", "--why", "Words."});
  test::make_stretching_free(app);
  app.terminal.secrets = {"caf\u00e9", "cafe\u0301"};
  CHECK(app.run({"lock", "set"}).code == 0);
  app.terminal.secrets = {"cafe\u0301"};
  CHECK(app.run({"journal", "show", "1", "--format", "raw"}).out == "Words.");
}

TEST_CASE("lock set that fails in the store leaves no lock and no key", "[lock_set]") {
  App app;
  app.run({"begin"});
  class Failing : public test::FailingStore {
   public:
    explicit Failing(std::unique_ptr<Store> real)
        : FailingStore(*real, 1, Error(ErrorKind::io, "no space")), real_(std::move(real)) {}

   private:
    std::unique_ptr<Store> real_;
  };
  app.open = [](const auto& path) { return std::make_unique<Failing>(open_store(path)); };
  test::make_stretching_free(app);
  app.terminal.secrets = {"a", "a"};
  CHECK(app.run({"lock", "set"}).code == 6);
  app.open = {};
  CHECK_FALSE(is_locked(app));
  CHECK_FALSE(pinned_key(app.environment, app.data() / "lull.db"));
}
