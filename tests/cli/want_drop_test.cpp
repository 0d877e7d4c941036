#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull::test;

TEST_CASE("want drop lets a want go once and keeps its history", "[want drop]") {
  App app;
  app.run({"begin"});
  app.run({"want", "add", "a dog"});
  CHECK(app.run({"want", "drop"}).err ==
        "lull: could not drop the want: its number is missing\n      lull want list shows the "
        "numbers\n");
  CHECK(app.run({"want", "drop", "2"}).code == 1);
  const Outcome dropped = app.run({"want", "drop", "1"});
  CHECK(dropped.code == 0);
  CHECK(dropped.err == "Want 1 is dropped; lull want list --history still shows it.\n");
  CHECK(app.run({"want", "list"}).out.empty());
  const Outcome again = app.run({"want", "drop", "1"});
  CHECK(again.code == 1);
  CHECK(again.err ==
        "lull: could not change the want: it was dropped\n      lull want add takes it up again\n");
}

TEST_CASE("want drop asks for the number on a terminal", "[want drop]") {
  App app;
  app.run({"begin"});
  app.run({"want", "add", "a dog"});
  app.terminal.interactive = true;
  CHECK(app.run({"want", "drop"}).code == 2);
  app.terminal.answers = {"1"};
  CHECK(app.run({"want", "drop"}).code == 0);
}
