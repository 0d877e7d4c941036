#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("urge add refuses what it cannot record", "[urge_add]") {
  App app;
  app.run({"begin"});
  Outcome outcome = app.run({"urge", "add"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not record the urge: what pulled was not given\n"
        "      lull urge add text --strength 7\n");
  outcome = app.run({"urge", "add", "text", "--at", "2026-11-21"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not record the urge: its time lies in the future\n      lull help dates\n");
  CHECK(app.run({"urge", "add", "text", "--strength", "11"}).code == 2);
  CHECK(app.run({"urge", "add", "smoke"}).code == 2);
  CHECK(app.run({"urge", "add", "text", "--outcome", "won"}).code == 2);
  CHECK(app.run({"urge", "list"}).code == 1);
}

TEST_CASE("urge add keeps each of its options", "[urge_add]") {
  App app;
  app.run({"begin"});
  const Outcome outcome =
      app.run({"urge", "add", "text", "--strength", "7", "--trigger", "a song", "--outcome",
               "passed", "--minutes", "25", "--at", "21:10", "--note", "it went by"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "Recorded as 1: text message, Fri 21:10, 50 minutes ago.\n");
  CHECK(app.run({"urge", "list"}).out ==
        "   1  Fri 20 Nov 2026 21:10  text message, 7 of 10, passed, 25 min\n"
        "      a song\n      it went by\n");
}

TEST_CASE("urge add breaks no silence, and names one way on", "[urge_add]") {
  App app;
  app.run({"begin", "--from", "9d"});
  CHECK(app.run({"urge", "add", "call"}).err ==
        "Recorded as 1: phone call, Fri 22:00, just now.\nStill pulling? lull pause\n");
  CHECK(app.run({"urge", "add", "call", "--outcome", "acted"}).err ==
        "Recorded as 2: phone call, Fri 22:00, just now.\nIf it became contact: lull contact "
        "add\n");
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "9/30\n");
}

TEST_CASE("urge add on a terminal asks, and offers earlier triggers by number", "[urge_add]") {
  App app;
  app.run({"begin"});
  app.run({"urge", "add", "text", "--trigger", "a song"});
  app.run({"urge", "add", "text", "--trigger", "their street"});
  app.run({"urge", "add", "text", "--trigger", "a song"});
  app.terminal.interactive = true;
  app.terminal.answers = {"visit", "eleven", "6", "2", "passed"};
  CHECK(app.run({"urge", "add"}).code == 0);
  CHECK(app.terminal.asked.at(3) ==
        "What set it off? Enter skips.\n  1 a song\n  2 their street\n> ");
  CHECK(app.run({"urge", "list", "-n", "1"}).out ==
        "   4  Fri 20 Nov 2026 22:00  visit, 6 of 10, passed\n      their street\n");
  app.terminal.asked.clear();
  app.terminal.answers = {"visit", "", "", ""};
  CHECK(app.run({"urge", "add", "--discreet"}).code == 0);
  CHECK(app.terminal.asked.at(2) == "What set it off? Enter skips.\n> ");
}

TEST_CASE("urge add in the default place makes the journal it needs", "[urge_add]") {
  App app;
  app.name_data = false;
  const Outcome outcome = app.run({"urge", "add", "text"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, Catch::Matchers::StartsWith("A new journal was made"));
  App named;
  CHECK(named.run({"urge", "add", "text"}).code == 1);
  CHECK_FALSE(std::filesystem::exists(named.data()));
}
