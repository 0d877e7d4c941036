#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("want add says why a want could not be saved", "[want add]") {
  App app;
  Outcome none = app.run({"want", "add", "a garden"});
  CHECK(none.code == 1);
  CHECK(none.err ==
        "lull: could not open the journal: there is none yet\n      lull --data FOLDER begin\n");
  app.run({"begin"});
  const Outcome empty = app.run({"want", "add"});
  CHECK(empty.code == 2);
  CHECK(empty.err ==
        "lull: could not save the want: there is no text in it\n      lull want add TEXT --topic "
        "home\n");
  const Outcome own = app.run({"want", "add", "x", "--source", "heard"});
  CHECK(own.code == 2);
  CHECK(own.err ==
        "lull: could not save the want: only theirs can be guessed or heard\n      --whose "
        "theirs\n");
  CHECK(app.run({"want", "add", "x", "--clarity", "6"}).code == 2);
  CHECK(app.run({"want", "add", "x", "--topic", "boats"}).code == 2);
  CHECK(app.run({"want", "list"}).code == 1);
}

TEST_CASE("want add takes everything by options", "[want add]") {
  App app;
  app.run({"begin"});
  const Outcome added =
      app.run({"want", "add", "one", "child,", "maybe", "--whose", "theirs", "--source", "heard",
               "--topic", "children", "--horizon", "in two years", "--clarity", "2"});
  CHECK(added.code == 0);
  CHECK(added.out.empty());
  CHECK(added.err == "Recorded as 1: theirs, about children.\n");
  const auto store = open_store(app.data() / "lull.db");
  const auto wants = all<Want>(*store);
  REQUIRE(wants.size() == 1);
  CHECK(wants[0].text == "one child, maybe");
  CHECK(wants[0].whose == WantWhose::theirs);
  CHECK(wants[0].source == WantSource::heard);
  CHECK(wants[0].topic == WantTopic::children);
  CHECK(wants[0].horizon == "in two years");
  CHECK(wants[0].clarity == 2);
}

TEST_CASE("want add says that a guess stays a question", "[want add]") {
  App app;
  app.run({"begin"});
  CHECK(app.run({"want", "add", "a boat", "--whose", "theirs"}).err ==
        "Recorded as 1: theirs, about something else.\n"
        "It is a guess, so the review keeps it as a question for the talk.\n");
}

TEST_CASE("want add asks on a terminal, and Enter skips all but the text", "[want add]") {
  App app;
  app.run({"begin"});
  app.terminal.interactive = true;
  app.terminal.answers = {"theirs", "heard", "a garden", "home", "soon", "9", "4"};
  const Outcome full = app.run({"want", "add"});
  CHECK(full.code == 0);
  CHECK(full.err == "A whole number from 1 to 5, or Enter.\nRecorded as 1: theirs, about home.\n");
  app.terminal.answers = {"", "a dog", "", "", ""};
  CHECK(app.run({"want", "add"}).err == "Recorded as 2: yours, about something else.\n");
  CHECK(app.run({"want", "list"}).out ==
        "   1  theirs  home       a garden (heard from them, soon, clarity 4 of 5)\n"
        "   2  yours   other      a dog\n");
}

TEST_CASE("want add records nothing at the end of input", "[want add]") {
  App app;
  app.run({"begin"});
  app.terminal.interactive = true;
  app.terminal.answers = {"mine"};
  const Outcome ended = app.run({"want", "add"});
  CHECK(ended.code == 2);
  CHECK(ended.err == "lull: could not save the want: there is no text in it\n");
  CHECK(app.run({"want", "list"}).code == 1);
}

TEST_CASE("want add shows its help", "[want add]") {
  App app;
  const Outcome help = app.run({"want", "add", "--help"});
  CHECK(help.code == 0);
  CHECK_THAT(help.out, ContainsSubstring("--horizon"));
}
