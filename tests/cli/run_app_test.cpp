#include "lull/cli/run_app.hpp"

#include "lull/cli/command.hpp"
#include "lull/store/sqlite_store.hpp"
#include "lull/version.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("an unknown word gets the nearest command, and exit 2", "[run_app]") {
  App app;
  const Outcome verb = app.run({"journal", "ad"});
  CHECK(verb.code == 2);
  CHECK(verb.out.empty());
  CHECK(verb.err == "lull: could not find that command\n      did you mean: lull journal add\n");
  const Outcome far = app.run({"xyzzyplugh"});
  CHECK(far.code == 2);
  CHECK(far.err == "lull: could not find that command\n      lull help\n");
}

TEST_CASE("a verb alone gets the noun that it is mostly said of", "[run_app]") {
  App app;
  const auto hint = [&](const std::vector<std::string>& words) {
    const std::string err = app.run(words).err;
    return err.substr(err.find("did you mean"));
  };
  CHECK(hint({"list"}) == "did you mean: lull journal list\n");
  CHECK(hint({"status"}) == "did you mean: lull streak status\n");
  CHECK(hint({"search", "her"}) == "did you mean: lull journal search\n");
  CHECK(hint({"export", "--format", "json"}) == "did you mean: lull journal export\n");
  CHECK(hint({"set"}) == "did you mean: lull lock set\n");
}

TEST_CASE("an unknown option gets the nearest one, and exit 2", "[run_app]") {
  App app;
  const Outcome outcome = app.run({"journal", "add", "--moood", "3"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not read the command: it has no option --moood\n      did you mean --mood?\n");
}

TEST_CASE("an option without its value is a usage error", "[run_app]") {
  App app;
  const Outcome outcome = app.run({"journal", "list", "--limit"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err == "lull: could not read the command: an option lacks its value\n");
}

TEST_CASE("the words that were typed never stand in an error", "[run_app]") {
  App app;
  app.run({"begin"});
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"journal", "show", "Robin"},
        {"Robin"},
        {"journal", "add", "--at", "Robin", "x"},
        {"contact", "add", "Robin", "--out"},
        {"begin", "--days", "Robin"},
        {"journal", "list", "--on", "Robin"}}) {
    const Outcome outcome = app.run(words);
    CHECK(outcome.code == 2);
    CHECK(outcome.err.find("Robin") == std::string::npos);
  }
}

TEST_CASE("the version stands alone on standard output", "[run_app]") {
  App app;
  const Outcome outcome = app.run({"--version"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == "lull " + std::string(kVersion) + "\n");
  CHECK(outcome.err.empty());
}

TEST_CASE("options that every command takes may stand before or behind it", "[run_app]") {
  App app;
  app.name_data = false;
  const std::string folder = (app.home() / "else").string();
  CHECK(app.run({"--data", folder, "begin"}).code == 0);
  CHECK(app.run({"journal", "add", "--data", folder, "words"}).code == 0);
  CHECK(app.run({"--data=" + folder, "journal", "list"}).code == 0);
  app.environment.set("LULL_DATA", folder);
  CHECK(app.run({"journal", "list"}).code == 0);
}

TEST_CASE("our own mistake is exit 70 and says nothing of the words", "[run_app]") {
  App app;
  app.run({"begin"});
  app.open = [](const auto&) -> std::unique_ptr<Store> { throw std::logic_error("secret words"); };
  const Outcome outcome = app.run({"journal", "list"});
  CHECK(outcome.code == 70);
  CHECK(outcome.err.find("secret") == std::string::npos);
}

TEST_CASE("every exit code is what its kind of error says", "[run_app]") {
  const std::vector<std::pair<ErrorKind, int>> codes{
      {ErrorKind::not_found, 1},    {ErrorKind::refused, 1},     {ErrorKind::usage, 2},
      {ErrorKind::store, 3},        {ErrorKind::locked, 4},      {ErrorKind::busy, 5},
      {ErrorKind::io, 6},           {ErrorKind::permissions, 7}, {ErrorKind::internal, 70},
      {ErrorKind::interrupted, 130}};
  for (const auto& [kind, code] : codes) {
    App app;
    app.run({"begin"});
    app.open = [kind = kind](const auto&) -> std::unique_ptr<Store> {
      throw Error(kind, "it did not work", "try");
    };
    const Outcome outcome = app.run({"streak", "status"});
    CHECK(outcome.code == code);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == "lull: it did not work\n      try\n");
  }
}

TEST_CASE("a damaged row is named after the data, with exit 3", "[run_app]") {
  class DamagedStore : public test::FailingStore {
   public:
    explicit DamagedStore(std::unique_ptr<Store> real)
        : FailingStore(*real, 1'000'000, Error(ErrorKind::io, "")), real_(std::move(real)) {}
    const std::vector<DamagedRow>& damaged() const override { return rows_; }

   private:
    std::unique_ptr<Store> real_;
    std::vector<DamagedRow> rows_{{TableId::entry, 7}};
  };
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "still here"});
  app.open = [](const auto& path) { return std::make_unique<DamagedStore>(open_store(path)); };
  const Outcome outcome = app.run({"journal", "list", "--format", "short"});
  CHECK(outcome.code == 3);
  CHECK_THAT(outcome.out, Catch::Matchers::ContainsSubstring("still here"));
  CHECK(outcome.err ==
        "lull: entry 7 is damaged and was left out\n"
        "lull: keep a copy of lull.db, then: lull doctor\n");
}
