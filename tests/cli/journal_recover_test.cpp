#include "lull/base/file.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/locked.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("journal recover says so when there is nothing", "[journal_recover]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"journal", "recover"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "There is nothing to take in.\n");
}

TEST_CASE("journal recover keeps its file when the journal cannot take it", "[journal_recover]") {
  App app;
  create_private_folder(app.data());
  const auto file = app.data() / "recovery-1795212000-1-0.txt";
  write_file_atomically(file, "words");
  const Outcome outcome = app.run({"journal", "recover"});
  CHECK(outcome.code == 1);
  CHECK(read_file(file) == "words");
}

TEST_CASE("journal recover takes all files in with the time they were written",
          "[journal_recover]") {
  App app;
  app.run({"begin"});
  write_file_atomically(app.data() / "recovery-1795125600-1-0.txt", "the day before");
  write_file_atomically(app.data() / "recovery-1795212000-2-0.txt", "tonight\n");
  CHECK(app.run({"journal", "recover", "--list"}).out ==
        (app.data() / "recovery-1795125600-1-0.txt").string() + "\n" +
            (app.data() / "recovery-1795212000-2-0.txt").string() + "\n");
  CHECK(app.run({"journal", "recover"}).code == 0);
  CHECK(app.run({"journal", "list", "--format", "short"}).out ==
        "   2  2026-11-20  tonight\n   1  2026-11-19  the day before\n");
  CHECK(app.run({"journal", "recover"}).code == 1);
}

TEST_CASE("journal recover takes a text in once, though it was cut short before",
          "[journal_recover]") {
  App app;
  app.run({"begin"});
  const auto file = app.data() / "recovery-1795125600-1-0.txt";
  write_file_atomically(file, "the day before");
  CHECK(app.run({"journal", "recover"}).code == 0);
  write_file_atomically(file, "the day before");
  const Outcome outcome = app.run({"journal", "recover"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "A text that was taken in before is not taken in twice.\n");
  CHECK_FALSE(std::filesystem::exists(file));
  write_file_atomically(file, "another text of that moment");
  CHECK(app.run({"journal", "recover"}).code == 0);
  CHECK(app.run({"journal", "list", "--format", "short"}).out ==
        "   2  2026-11-19  another text of that moment\n   1  2026-11-19  the day before\n");
}

TEST_CASE("journal recover takes a sealed text in once", "[journal_recover]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  const auto file = app.data() / "recovery-1795125600-1-0.sealed";
  const PublicKey key = open_store(app.data() / "lull.db")->lock()->public_key;
  for (int i = 0; i < 2; ++i) {
    write_file_atomically(file, seal_text("the day before", Instant{1'795'125'600}, key));
    CHECK(test::run_unlocked(app, {"journal", "recover"}).code == 0);
  }
  CHECK(open_store(app.data() / "lull.db")->count(TableId::entry) == 1);
}

TEST_CASE("journal recover reads bytes that are not UTF-8 as Latin-1 and says how many",
          "[journal_recover]") {
  App app;
  app.run({"begin"});
  write_file_atomically(app.data() / "recovery-1795212000-2-0.txt",
                        std::string("\xe9t\xe9 \0 x", 7));
  CHECK_THAT(app.run({"journal", "recover"}).err,
             Catch::Matchers::ContainsSubstring("3 bytes of it were not UTF-8"));
  CHECK(app.run({"journal", "show", "1", "--format", "raw"}).out == "été ␀ x");
}
