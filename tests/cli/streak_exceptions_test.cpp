#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("streak exceptions refuses what it cannot do", "[streak_exceptions]") {
  App app;
  app.name_data = false;
  app.run({"journal", "add", "a", "line"});
  Outcome outcome = app.run({"streak", "exceptions"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not list the exceptions: no quiet period was begun yet\n      lull begin\n");
  CHECK(app.run({"streak", "exceptions", "add", "work"}).code == 1);
  app.run({"begin"});
  CHECK(app.run({"streak", "exceptions", "drop", "work"}).code == 2);
  outcome = app.run({"streak", "exceptions", "add"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not change the exceptions: no name was given\n"
        "      lull streak exceptions add children\n");
  outcome = app.run({"streak", "exceptions", "remove", "work"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not remove the exception: none has that name\n"
        "      lull streak exceptions list\n");
  CHECK(app.run({"streak", "exceptions", "add", "\xff"}).code == 2);
}

TEST_CASE("an exception without a name is refused by its own name", "[streak_exceptions]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"streak", "exceptions", "add", " \t"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not save the exception: there is no text in it\n"
        "      lull streak exceptions add children\n");
}

TEST_CASE("streak exceptions adds, lists and removes", "[streak_exceptions]") {
  App app;
  app.run({"begin", "--exception", "children"});
  CHECK(app.run({"streak", "exceptions"}).out == "safety\nchildren\n");
  Outcome outcome = app.run({"streak", "exceptions", "add", "the flat"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "Written down. A contact under it is counted apart and breaks nothing.\n");
  CHECK(app.run({"streak", "exceptions", "list"}).out == "safety\nchildren\nthe flat\n");
  CHECK(app.run({"streak", "exceptions", "--discreet"}).out == "3\n");
  outcome = app.run({"streak", "exceptions", "remove", "children"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "Taken back. Contacts that were recorded under it stay as they are.\n");
  CHECK(app.run({"streak", "exceptions", "--format", "json"}).out ==
        "{\n  \"format\": \"lull.exceptions/1\",\n  \"exceptions\": [\n    \"safety\",\n    \"the "
        "flat\"\n  ]\n}\n");
}

TEST_CASE("safety is always an exception and is not taken back", "[streak_exceptions]") {
  App app;
  app.run({"begin"});
  CHECK(app.run({"streak", "exceptions", "add", "safety"}).code == 0);
  const Outcome outcome = app.run({"streak", "exceptions", "remove", "safety"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "Safety always is an exception.\n");
  CHECK(app.run({"streak", "exceptions"}).out == "safety\n");
}
