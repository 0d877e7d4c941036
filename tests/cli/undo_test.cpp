#include <algorithm>

#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"
#include "support/locked.hpp"

using namespace lull;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using lull::test::App;
using lull::test::Outcome;

namespace {

struct WithChanges : App {
  WithChanges() {
    run({"begin", "--from", "20d"});
    run({"journal", "add", "The", "river"});
    run({"contact", "add", "text", "--out", "--at", "2d"});
  }
  std::size_t entries() { return all<Entry>(*open_store(data() / "lull.db")).size(); }
};

}  // namespace

TEST_CASE("undo without a journal, or without a change, says so", "[undo]") {
  App app;
  CHECK(app.run({"undo", "--yes"}).code == 1);
  create_store(app.data() / "lull.db");
  const Outcome outcome = app.run({"undo", "--yes"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "There is no change to take back.\n");
  CHECK(app.run({"undo", "--list"}).err == "No change is remembered.\n");
  CHECK(app.run({"undo", "--list"}).code == 1);
}

TEST_CASE("undo refuses words it can't mean", "[undo]") {
  WithChanges app;
  CHECK(app.run({"undo", "x"}).code == 2);
  CHECK(app.run({"undo", "3", "--list"}).code == 2);
  CHECK(app.run({"undo", "--format", "json"}).code == 2);
  const Outcome outcome = app.run({"undo", "77", "--yes"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not take back change 77: it is not among the last 100\n"
        "      lull undo --list\n");
}

TEST_CASE("undo asks nobody where nobody can answer", "[undo]") {
  WithChanges app;
  const Outcome outcome = app.run({"undo"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err.find("nobody can be asked here") != std::string::npos);
  CHECK(open_store(app.data() / "lull.db")->count(TableId::contact) == 1);
}

TEST_CASE("undo shows what it takes back, with its words, and asks", "[undo]") {
  WithChanges app;
  app.run({"undo", "--yes"});
  app.terminal.interactive = true;
  app.terminal.answers = {"n"};
  const Outcome no = app.run({"undo"});
  CHECK(no.code == 1);
  CHECK(no.err.find("Nothing was taken back.\n") != std::string::npos);
  CHECK(app.entries() == 1);
  app.terminal.interactive = true;
  app.terminal.answers = {"y"};
  const Outcome yes = app.run({"undo"});
  CHECK(yes.code == 0);
  CHECK(yes.out.empty());
  CHECK(yes.err.find("Taking back change 2, journal add of Fri 20 Nov 2026 22:00,\n"
                     "  removes entry 1 (2026-11-20)\n"
                     "   1  2026-11-20  The river\n") == 0);
  CHECK(yes.err.find("Taken back. lull undo 5 brings it again.\n") != std::string::npos);
  CHECK(app.entries() == 0);
}

TEST_CASE("undo again and again goes further back, and a number goes forward again", "[undo]") {
  WithChanges app;
  for (int i = 0; i < 3; ++i) CHECK(app.run({"undo", "--yes"}).code == 0);
  CHECK(app.run({"undo", "--yes"}).code == 1);
  const auto store = open_store(app.data() / "lull.db");
  CHECK(store->count(TableId::period) == 0);
  CHECK(app.run({"undo", "6", "--yes"}).code == 0);
  CHECK(app.run({"undo", "5", "--yes"}).code == 0);
  CHECK(store->count(TableId::period) == 1);
  CHECK(app.entries() == 1);
  CHECK(app.run({"journal", "search", "river"}).code == 0);
  CHECK(app.run({"undo", "5", "--yes"}).err ==
        "lull: could not take back change 5: it was taken back already\n      lull undo --list\n");
}

TEST_CASE("undo under --discreet shows numbers and days alone", "[undo]") {
  WithChanges app;
  app.run({"undo", "--yes"});
  const Outcome outcome = app.run({"undo", "--yes", "--discreet"});
  CHECK(outcome.err ==
        "Taking back change 2, journal add of Fri 20 Nov 2026 22:00,\n"
        "  removes entry 1 (2026-11-20)\n"
        "Taken back. lull undo 5 brings it again.\n");
}

TEST_CASE("undo names the change that came in between, and takes nothing back", "[undo]") {
  WithChanges app;
  app.run({"journal", "edit", "1", "--mood", "4"});
  const Outcome outcome = app.run({"undo", "2", "--yes", "--quiet"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not take back change 2: what it touched was changed since; nothing was taken "
        "back\n"
        "      change 4 came in between: lull undo 4 takes it back first\n");
  CHECK(app.entries() == 1);
  CHECK(app.run({"undo", "4", "--yes"}).code == 0);
  CHECK(app.run({"undo", "2", "--yes"}).code == 0);
  CHECK(app.entries() == 0);
}

TEST_CASE("undo takes an import back as one", "[undo]") {
  App app;
  app.run({"begin", "--from", "20d"});
  std::string pages;
  for (int i = 1; i <= 30; ++i) {
    pages += "{\"at\": \"2026-10-" + std::string(i < 10 ? "0" : "") + std::to_string(i) +
             "T12:00:00Z\", \"text\": \"page " + std::to_string(i) + "\"}\n";
  }
  const Outcome import =
      app.run_with_input({"journal", "import", "-", "--from-format", "jsonl"}, pages);
  REQUIRE(import.code == 0);
  const Outcome undo = app.run({"undo", "--yes"});
  CHECK(undo.code == 0);
  CHECK(undo.err.find("  removes 30 entries (1 to 30, 2026-10-01 to 2026-10-30)\n") !=
        std::string::npos);
  CHECK(open_store(app.data() / "lull.db")->count(TableId::entry) == 0);
}

TEST_CASE("undo --list shows the newest first, and what was taken back", "[undo]") {
  WithChanges app;
  app.run({"undo", "--yes"});
  const Outcome outcome = app.run({"undo", "--list"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "   4  Fri 20 Nov 2026 22:00  undo 3\n"
        "      removed contact 1 (2026-11-18)\n"
        "   3  Fri 20 Nov 2026 22:00  contact add, taken back\n"
        "      added contact 1 (2026-11-18)\n"
        "   2  Fri 20 Nov 2026 22:00  journal add\n"
        "      added entry 1 (2026-11-20)\n"
        "   1  Fri 20 Nov 2026 22:00  begin\n"
        "      added quiet period 1 (2026-11-20)\n");
}

TEST_CASE("undo --list as JSON has every change", "[undo]") {
  App app;
  app.run({"begin", "--from", "20d"});
  CHECK(app.run({"undo", "--list", "--format", "json"}).out == R"({
  "format": "lull.changes/1",
  "changes": [
    {
      "id": 1,
      "damaged": false,
      "at": "2026-11-20T22:00:00+00:00",
      "name": "begin",
      "undoes": null,
      "taken_back": false,
      "touched": [
        {
          "table": "period",
          "action": "added",
          "count": 1,
          "first": 1,
          "last": 1,
          "from": "2026-11-20",
          "to": "2026-11-20"
        }
      ]
    }
  ]
}
)");
}

TEST_CASE("undo of a locked journal says no time, since it kept none", "[undo]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  app.run({"journal", "add", "the heron"});
  CHECK(app.run({"undo", "--list"}).out == "   2  journal add\n      added entry 1 (2026-11-20)\n");
  CHECK_THAT(app.run({"undo", "--list", "--format", "json"}).out, ContainsSubstring("\"at\": null"));
  CHECK_THAT(app.run({"undo", "--yes"}).err, StartsWith("Taking back change 2, journal add,\n"));
}

TEST_CASE("undo that the disk refuses leaves everything as it was", "[undo]") {
  WithChanges app;
  for (int call = 1; call <= 3; ++call) {
    CAPTURE(call);
    struct Held : test::FailingStore {
      Held(std::unique_ptr<Store> kept, int fails_at)
          : FailingStore(*kept, fails_at,
                         Error(ErrorKind::io, "could not save: no space is left on the disk")),
            kept_(std::move(kept)) {}
      std::unique_ptr<Store> kept_;
    };
    app.open = [&](const std::filesystem::path& path) {
      return std::make_unique<Held>(open_store(path), call);
    };
    const Outcome outcome = app.run({"undo", "--yes", "--discreet"});
    // Only the number of the undo is read after it: by then it is done.
    CHECK(outcome.code == 6);
    app.open = nullptr;
    CHECK(open_store(app.data() / "lull.db")->count(TableId::contact) == (call < 3 ? 1 : 0));
  }
}

TEST_CASE("what was purged can't come back through undo", "[undo]") {
  WithChanges app;
  app.run({"journal", "delete", "1", "--purge", "--yes"});
  CHECK(app.run({"undo", "--yes"}).err == "There is no change to take back.\n");
}
