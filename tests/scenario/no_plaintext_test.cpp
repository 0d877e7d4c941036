// The program as a whole on a locked journal: nothing in clear is left behind by any command,
// ended well or killed.
#include <algorithm>

#include "lull/cli/command.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/locked_program.hpp"

using namespace lull;
using lull::test::calls;
using lull::test::kMarker;
using lull::test::LockedProgram;

TEST_CASE("no command of a locked journal leaves a word in clear anywhere", "[no_plaintext]") {
  LockedProgram journal;
  REQUIRE(journal.leaks().empty());
  for (const auto& words : calls(journal)) {
    CAPTURE(words);
    journal.run(words, words[0] == "themes" ? journal.text("input") : "");
    CHECK(journal.leaks() == std::vector<std::string>{});
    // What is said of a mistake holds no word either; what was added is echoed on purpose.
    if (words.back().find("nonsense") != std::string::npos) {
      CHECK(journal.errors().find(kMarker) == std::string::npos);
    }
  }
}

TEST_CASE("without a lock the same look finds the words", "[no_plaintext]") {
  LockedProgram journal;
  REQUIRE(journal.run({"lock", "remove", "--yes"}) == 0);
  CHECK_FALSE(journal.leaks().empty());
  REQUIRE(journal.run({"lock", "set", "--no-recovery"}) == 0);
  CHECK(journal.leaks().empty());
}

TEST_CASE("a purge under a lock takes what the entry was before with it", "[no_plaintext]") {
  LockedProgram journal;
  REQUIRE(journal.run({"journal", "edit", "2", "another text"}) == 0);
  REQUIRE(open_store(journal.journal())->count(TableId::revision) == 1);
  const auto before = open_store(journal.journal())->count(TableId::entry);
  REQUIRE(journal.run({"journal", "delete", "2", "--purge", "--yes"}) == 0);
  CHECK(open_store(journal.journal())->count(TableId::revision) == 0);
  CHECK(open_store(journal.journal())->count(TableId::entry) == before - 1);
}

TEST_CASE("a backup that is restored brings its lock with it, or none", "[no_plaintext]") {
  LockedProgram journal;
  REQUIRE(journal.run({"backup", "create"}) == 0);
  REQUIRE(journal.run({"lock", "remove", "--yes"}) == 0);
  REQUIRE(journal.run({"backup", "restore", "1", "--yes"}) == 0);
  CHECK(journal.run({"journal", "add", "still"}) == 0);
  CHECK(journal.run({"journal", "list"}) == 0);
  CHECK(open_store(journal.journal())->lock());
}

TEST_CASE("every command that there is was called", "[no_plaintext]") {
  LockedProgram journal;
  const auto called = calls(journal);
  for (const Command& command : command_table()) {
    // These need no journal, or have their own tests.
    if (command.name == "demo" || command.name == "wipe" || command.name == "lock set" ||
        command.name == "lock remove") {
      continue;
    }
    const bool found =
        std::any_of(called.begin(), called.end(), [&](const std::vector<std::string>& words) {
          return words[0] == command.name ||
                 (words.size() > 1 && words[0] + ' ' + words[1] == command.name);
        });
    CAPTURE(command.name);
    CHECK(found);
  }
}

TEST_CASE("killed at any moment, a command leaves no word in clear", "[no_plaintext]") {
  LockedProgram journal;
  const std::string more = journal.text("more");
  int killed = 0;
  for (int after = 0; after < 16; ++after) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"journal", "add", more + std::string(5000, 'x')},
          {"journal", "edit", "1", "--tag", more},
          {"journal", "search", more},
          {"contact", "add", "call", "--out", "--note", more}}) {
      killed += journal.run(words, "", after) == -SIGKILL ? 1 : 0;
      CHECK(journal.leaks() == std::vector<std::string>{});
    }
  }
  CHECK(killed > 0);
  CHECK(journal.run({"journal", "list"}) == 0);
}

TEST_CASE("a lock that is killed while it is set is there whole or not at all", "[no_plaintext]") {
  LockedProgram journal;
  int locked = 0;
  int open = 0;
  for (int after = 0; after < 60; after += 3) {
    REQUIRE(journal.run({"lock", "remove", "--yes"}) == 0);
    journal.run({"lock", "set", "--no-recovery"}, "", after);
    const int status = journal.run({"lock", "status"});
    CHECK(journal.run({"journal", "list"}) == 0);
    if (status == 0) {
      ++locked;
      // Cut short after the sealing it leaves the copy that was its way back, and ends when asked
      // again.
      for (const std::string& left : journal.leaks()) {
        CHECK_THAT(left, Catch::Matchers::ContainsSubstring("-lock"));
        CHECK(journal.run({"lock", "set"}) == 0);
      }
      CHECK(journal.leaks() == std::vector<std::string>{});
    } else {
      ++open;
      REQUIRE(status == 1);
      REQUIRE(journal.run({"lock", "set", "--no-recovery"}) == 0);
    }
  }
  CHECK(open > 0);
}

TEST_CASE("a text that finds no room is sealed where it is kept", "[no_plaintext]") {
  LockedProgram journal;
  const auto file = journal.journal();
  std::filesystem::rename(file, file.string() + ".away");
  std::filesystem::create_directory(file);
  CHECK(journal.run({"journal", "add", journal.text("more")}) != 0);
  CHECK(journal.leaks().empty());
  std::filesystem::remove(file);
  std::filesystem::rename(file.string() + ".away", file);
  CHECK(journal.run({"journal", "recover"}) == 0);
  CHECK(journal.leaks().empty());
}
