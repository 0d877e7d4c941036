#include <SQLiteCpp/Database.h>
#include <unistd.h>

#include "lull/app/key_pins.hpp"
#include "lull/app/older_copies.hpp"
#include "lull/base/file.hpp"
#include "lull/store/backup.hpp"
#include "lull/store/locked_file.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"
#include "support/locked.hpp"
#include "support/places.hpp"

using namespace lull;
using Catch::Matchers::ContainsSubstring;
using lull::test::App;
using lull::test::Outcome;

namespace {

bool is_locked(App& app) { return open_store(app.data() / "lull.db")->lock().has_value(); }

std::vector<BackupFile> backups(App& app) { return list_backups(backup_folder(app.data())); }

/// A journal's store that does something just before it is locked.
class Locking : public test::FailingStore {
 public:
  Locking(std::unique_ptr<Store> real, std::function<void()> before)
      : FailingStore(*real, 0, Error(ErrorKind::io, "")),
        real_(std::move(real)),
        before_(std::move(before)) {}

  void relock(const std::optional<KeyRecord>& lock, const SecretKey& key) override {
    before_();
    real_->relock(lock, key);
  }

 private:
  std::unique_ptr<Store> real_;
  std::function<void()> before_;
};

/// A journal that was sealed by a lock set that was killed before it removed its copy.
std::filesystem::path cut_short(App& app) {
  app.run({"begin", "--why", "Waterfall words."});
  std::string copied;
  app.open = [&](const auto& path) {
    return std::make_unique<Locking>(
        open_store(path), [&] { copied = *read_file(left_lock_copies(app.data()).at(0)); });
  };
  test::lock(app);
  app.open = {};
  const auto copy = backup_folder(app.data()) / "2026-11-20-220000-lock.db";
  write_file_atomically(copy, copied);
  return copy;
}

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

TEST_CASE("lock set on a terminal asks once about copies in clear, and Enter seals them",
          "[lock_set]") {
  App app;
  app.run({"begin", "--why", "Waterfall words."});
  app.run({"backup", "create"});
  app.run({"backup", "create"});
  app.terminal.interactive = true;
  app.terminal.answers = {"", ""};
  const Outcome outcome = test::lock(app);
  CHECK(app.terminal.answers.empty());
  CHECK_THAT(outcome.err, ContainsSubstring("2 copies from before are sealed as well.\n"));
  REQUIRE(backups(app).size() == 2);
  for (const BackupFile& file : backups(app)) {
    CHECK(is_locked_file(file.path));
    CHECK(check_journal(file.path).is_sound());
    CHECK(read_file(file.path)->find("aterfal") == std::string::npos);
  }
  app.terminal.interactive = false;
  app.run({"journal", "add", "more"});
  REQUIRE(app.run({"backup", "restore", "2", "--yes"}).code == 0);
  CHECK(test::run_unlocked(app, {"journal", "show", "1", "--format", "raw"}).out ==
        "Waterfall words.");
}

TEST_CASE("lock set asks for one copy as for many, and takes delete and keep", "[lock_set]") {
  App app;
  app.run({"begin"});
  app.run({"backup", "create"});
  app.terminal.interactive = true;
  app.terminal.answers = {"", "delete"};
  test::lock(app);
  CHECK(backups(app).empty());

  App kept;
  kept.run({"begin"});
  kept.run({"backup", "create"});
  kept.terminal.interactive = true;
  kept.terminal.answers = {"", "keep"};
  const Outcome outcome = test::lock(kept);
  CHECK(backups(kept).size() == 1);
  CHECK_THAT(outcome.err,
             ContainsSubstring("lull: not locked: " + backups(kept).front().path.string() +
                               "\nlull: whoever uses this account can read what stood there "
                               "then\n"));
}

TEST_CASE("lock set takes what becomes of copies in clear as an option", "[lock_set]") {
  for (const std::string what : {"seal", "delete", "keep"}) {
    App app;
    app.run({"begin"});
    app.run({"backup", "create"});
    test::lock(app, {"--older", what});
    CAPTURE(what);
    CHECK(backups(app).size() == (what == "delete" ? 0 : 1));
    if (what != "delete") {
      CHECK(is_locked_file(backups(app).front().path) == (what == "seal"));
    }
  }
}

TEST_CASE("lock set keeps copies in clear where nobody is asked, and with --yes seals them",
          "[lock_set]") {
  App app;
  app.run({"begin"});
  app.run({"backup", "create"});
  CHECK_THAT(test::lock(app).err, ContainsSubstring("lull: not locked: "));
  CHECK_FALSE(is_locked_file(backups(app).front().path));

  App yes;
  yes.run({"begin"});
  yes.run({"backup", "create"});
  test::lock(yes, {"--yes"});
  CHECK(is_locked_file(backups(yes).front().path));
}

TEST_CASE("lock set seals a backup of an older form too", "[lock_set]") {
  App app;
  app.run({"begin"});
  create_private_folder(backup_folder(app.data()));
  const auto file = backup_folder(app.data()) / "2026-01-02-030405-week.db";
  write_file_atomically(file, *read_file(test::source_folder() / "store/schema/v1.db"));
  test::lock(app, {"--older", "seal"});
  CHECK(is_locked_file(file));
  CHECK(check_journal(file).version == kSchemaVersion);
  CHECK(read_file(file)->find("river") == std::string::npos);
}

TEST_CASE("lock set names a copy that can't be sealed and goes on", "[lock_set]") {
  App app;
  app.run({"begin"});
  const auto copy = app.data() / "lull.db.v3.bak";
  write_file_atomically(copy, "words in clear");
  app.run({"backup", "create"});
  const Outcome outcome = test::lock(app, {"--older", "seal"});
  CHECK_THAT(outcome.err, ContainsSubstring("lull: not locked: " + copy.string() + "\n"));
  CHECK_THAT(outcome.err, ContainsSubstring("lull lock set --older delete removes such copies"));
  CHECK(read_file(copy) == "words in clear");
  CHECK(is_locked_file(backups(app).front().path));
  CHECK(test::run_unlocked(app, {"lock", "set", "--older", "delete"}).code == 0);
  CHECK_FALSE(std::filesystem::exists(copy));
}

TEST_CASE("lock set copies the journal before it seals, and removes the copy after", "[lock_set]") {
  App app;
  app.run({"begin", "--why", "Waterfall words."});
  std::vector<std::filesystem::path> seen;
  app.open = [&](const auto& path) {
    return std::make_unique<Locking>(open_store(path), [&] {
      seen = left_lock_copies(app.data());
      REQUIRE(seen.size() == 1);
      CHECK(check_journal(seen.front()).entries == 1);
    });
  };
  test::lock(app);
  REQUIRE(seen.size() == 1);
  CHECK_FALSE(std::filesystem::exists(seen.front()));
  CHECK(backups(app).empty());
}

TEST_CASE("the copy that lock set makes takes no backup's place", "[lock_set]") {
  App app;
  app.environment.set("LULL_BACKUP_KEEP", "2");
  app.run({"begin"});
  app.run({"backup", "create"});
  app.run({"backup", "create"});
  test::lock(app, {"--older", "seal"});
  CHECK(backups(app).size() == 2);
}

TEST_CASE("lock set makes no copy of a journal in which nothing stands", "[lock_set]") {
  App app;
  create_store(app.data() / "lull.db");
  app.open = [&](const auto& path) {
    return std::make_unique<Locking>(open_store(path), [&] { CHECK(backups(app).empty()); });
  };
  test::lock(app);
}

TEST_CASE("lock set that finds no room for its copy changes nothing", "[lock_set]") {
  App app;
  app.run({"begin"});
  write_file_atomically(backup_folder(app.data()), "not a folder");
  test::make_stretching_free(app);
  app.terminal.secrets = {"a", "a"};
  CHECK(app.run({"lock", "set"}).code == 6);
  CHECK_FALSE(is_locked(app));
}

TEST_CASE("a lock that isn't set leaves its copy as a backup", "[lock_set]") {
  App app;
  app.run({"begin"});
  app.open = [&](const auto& path) {
    return std::make_unique<Locking>(open_store(path),
                                     [] { throw Error(ErrorKind::io, "no space"); });
  };
  test::make_stretching_free(app);
  app.terminal.secrets = {"a", "a"};
  CHECK(app.run({"lock", "set"}).code == 6);
  app.open = {};
  CHECK_FALSE(is_locked(app));
  REQUIRE(backups(app).size() == 1);
  CHECK(app.run({"doctor"}).out.find("copies in clear") == std::string::npos);
  CHECK(app.run({"journal", "add", "on"}).err.find("lull lock set") == std::string::npos);
  test::lock(app);
  CHECK(backups(app).empty());
}

TEST_CASE("every command names the copy that a lock cut short has left", "[lock_set]") {
  App app;
  const auto copy = cut_short(app);
  const std::string words =
      "lull: the journal is locked, and this copy of it from before is not: " + copy.string() +
      "\n      lull lock set reads every row back and removes it\n";
  CHECK_THAT(app.run({"journal", "add", "on"}).err, ContainsSubstring(words));
  CHECK_THAT(app.run({"lock", "status"}).err, ContainsSubstring(words));
  CHECK_THAT(test::run_unlocked(app, {"journal", "list"}).err, ContainsSubstring(words));
  CHECK(app.run({"streak", "status", "--format", "prompt"}).err.empty());
  const Outcome doctor = app.run({"doctor"});
  CHECK(doctor.code == 1);
  CHECK_THAT(doctor.out, ContainsSubstring("look  copies in clear: "));
  CHECK_THAT(doctor.out, ContainsSubstring(copy.filename().string()));
}

TEST_CASE("lock set finishes a lock that was cut short", "[lock_set]") {
  App app;
  const auto copy = cut_short(app);
  write_file_atomically(app.data() / "recovery-1795000000-1-0.txt", "a draft");
  write_file_atomically(backup_folder(app.data()) / ".lull-abcdef.tmp", "words");
  app.terminal.secrets = {"wrong"};
  CHECK(app.run({"lock", "set"}).code == 4);
  CHECK(std::filesystem::exists(copy));
  const Outcome outcome = test::run_unlocked(app, {"lock", "set"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err ==
        "The journal was locked already. Everything is sealed and was read back.\n"
        "Copies that backup or sync programs made before are not locked by it.\n");
  CHECK_FALSE(std::filesystem::exists(copy));
  CHECK_FALSE(std::filesystem::exists(app.data() / "recovery-1795000000-1-0.txt"));
  CHECK_FALSE(std::filesystem::exists(backup_folder(app.data()) / ".lull-abcdef.tmp"));
  CHECK(test::run_unlocked(app, {"lock", "set"}).code == 1);
}

TEST_CASE("a lock cut short is not finished over a damaged row", "[lock_set]") {
  App app;
  const auto copy = cut_short(app);
  SQLite::Database((app.data() / "lull.db").string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE entry SET payload = zeroblob(400)");
  const Outcome outcome = test::run_unlocked(app, {"lock", "set"});
  CHECK(outcome.code == 3);
  CHECK_THAT(outcome.err, ContainsSubstring("could not finish the lock: entry 1 is damaged; the "
                                            "copies from before are kept"));
  CHECK(std::filesystem::exists(copy));
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
