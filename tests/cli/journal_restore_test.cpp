#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

TEST_CASE("journal restore refuses what is not in the trash", "[JournalRestore]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "one"});
  CHECK(app.run({"journal", "restore", "one"}).code == 2);
  const Outcome absent = app.run({"journal", "restore", "9"});
  CHECK(absent.code == 1);
  CHECK(absent.err == "lull: could not find entry 9\n");
  const Outcome there = app.run({"journal", "restore", "1"});
  CHECK(there.code == 1);
  CHECK(there.err == "lull: could not restore entry 1: it is not in the trash\n");
  const Outcome empty = app.run({"journal", "restore"});
  CHECK(empty.code == 1);
  CHECK(empty.err == "The trash is empty.\n");
}

TEST_CASE("journal restore brings an entry back as it was", "[JournalRestore]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "--mood", "4", "one #tag"});
  app.run({"journal", "add", "two"});
  const std::string before = app.run({"journal", "list", "--format", "json"}).out;
  app.run({"journal", "delete", "1", "2", "--yes"});
  const Outcome listed = app.run({"journal", "restore"});
  CHECK(listed.code == 0);
  CHECK(listed.out == "   2  2026-11-20  two\n   1  2026-11-20  one #tag\n");
  const Outcome outcome = app.run({"journal", "restore", "1", "2"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "Restored 1.\nRestored 2.\n");
  CHECK(app.run({"journal", "list", "--format", "json"}).out == before);
  CHECK(app.run({"journal", "search", "one"}).code == 0);
}
