#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

struct Begun : App {
  explicit Begun(std::vector<std::string> more = {}) {
    std::vector<std::string> words{"begin", "--from", "20d"};
    words.insert(words.end(), more.begin(), more.end());
    run(words);
  }
};

}  // namespace

TEST_CASE("contact add needs a channel and one direction when nobody can be asked",
          "[contact_add]") {
  Begun app;
  Outcome outcome = app.run({"contact", "add"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not record the contact: no channel was given\n"
        "      lull contact add text --in\n");
  outcome = app.run({"contact", "add", "text"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not record the contact: no direction was given\n"
        "      one of --out --in --both --accidental --unwanted --looked\n");
  outcome = app.run({"contact", "add", "text", "--in", "--out"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not read the command: more than one direction is given\n"
        "      one of --out --in --both --accidental --unwanted --looked\n");
  CHECK(app.run({"contact", "list"}).code == 1);
}

TEST_CASE("contact add refuses the future, an end before its beginning, and an unknown exception",
          "[contact_add]") {
  Begun app;
  Outcome outcome = app.run({"contact", "add", "text", "--out", "--at", "2026-11-21"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not record the contact: its time lies in the future\n      lull help dates\n");
  for (const char* until : {"yesterday", "2026-11-21"}) {
    outcome = app.run({"contact", "add", "text", "--out", "--until", until});
    CHECK(outcome.code == 2);
    CHECK(outcome.err ==
          "lull: could not record the contact: --until is before it began, or in the future\n"
          "      lull help dates\n");
  }
  outcome = app.run({"contact", "add", "text", "--out", "--exception", "children"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not record the contact: that exception was not named before\n"
        "      safety always is one; lull streak exceptions list shows the others\n");
  CHECK(app.run({"contact", "list"}).code == 1);
}

TEST_CASE("contact add needs a journal", "[contact_add]") {
  App app;
  CHECK(app.run({"contact", "add", "text", "--in"}).code == 1);
  CHECK_FALSE(std::filesystem::exists(app.data() / "lull.db"));
}

TEST_CASE("contact add says what stays before what changed", "[contact_add]") {
  Begun app;
  const Outcome outcome = app.run({"contact", "add", "text", "--out", "--at", "5d"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "Recorded as 1: text message, from you, Sun 15 Nov 2026 12:00, 5 days ago.\n"
        "19 quiet days stay yours; the longest run is 14. A new run begins.\n"
        "The review opens on Tuesday, 1 December 2026.\n"
        "A line about it? lull add\n");
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "19/30\n");
}

TEST_CASE("contact add names the longest run as staying when it does", "[contact_add]") {
  Begun app;
  app.run({"contact", "add", "text", "--out", "--at", "5d"});
  const Outcome outcome = app.run({"contact", "add", "call", "--both"});
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring(
                              "18 quiet days stay yours; the longest run stays 14. A new run "
                              "begins.\n"));
}

TEST_CASE("contact add on a day that was broken already changes no number", "[contact_add]") {
  Begun app;
  app.run({"contact", "add", "text", "--out", "--at", "5d"});
  CHECK(app.run({"contact", "add", "call", "--both", "--at", "5d"}).err ==
        "Recorded as 2: phone call, both ways, Sun 15 Nov 2026 12:00, 5 days ago.\n"
        "Its days did not count as quiet before either. No number changes.\n"
        "A line about it? lull add\n");
}

TEST_CASE("contact add tells what holds the silence apart", "[contact_add]") {
  struct Case {
    std::vector<std::string> words;
    const char* answer;
  };
  const std::vector<Case> cases{
      {{"call", "--in"}, "The silence holds. No reply is owed tonight.\n"},
      {{"visit", "--accidental"}, "The silence holds.\n"},
      {{"text", "--unwanted"}, "The silence holds.\n"},
      {{"social", "--looked"}, "The silence holds.\n"},
      {{"text", "--both", "--exception", "children"}, "The silence holds; it is counted apart.\n"},
      {{"text", "--both", "--exception", "safety"}, "The silence holds; it is counted apart.\n"},
      {{"sex", "--unwanted"},
       "The silence holds.\nWhat was not freely wanted never counts: lull help safety\n"},
  };
  for (const Case& one : cases) {
    Begun app({"--exception", "children"});
    std::vector<std::string> words{"contact", "add"};
    words.insert(words.end(), one.words.begin(), one.words.end());
    const Outcome outcome = app.run(words);
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, Catch::Matchers::EndsWith(std::string(", just now.\n") + one.answer));
    CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "20/30\n");
  }
}

TEST_CASE("contact add takes a break that spans days", "[contact_add]") {
  Begun app;
  CHECK(app.run({"contact", "add", "visit", "--both", "--at", "5d", "--until", "3d"}).code == 0);
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "17/30\n");
  CHECK(app.run({"contact", "list"}).out ==
        "   1  Sun 15 Nov 2026 to Tue 17 Nov 2026  visit, both ways  *\n");
}

TEST_CASE("contact add typed bare asks for everything", "[contact_add]") {
  Begun app({"--exception", "children"});
  app.terminal.interactive = true;
  app.terminal.answers = {"text", "both", "19:30", "children", "about the pick-up"};
  CHECK(app.run({"contact", "add"}).code == 0);
  CHECK(app.terminal.asked.size() == 5);
  CHECK(app.run({"contact", "list"}).out ==
        "   1  Fri 20 Nov 2026  text message, both ways (children)\n      about the pick-up\n");
}

TEST_CASE("contact add stops when its first two questions are not answered", "[contact_add]") {
  Begun app;
  app.terminal.interactive = true;
  CHECK(app.run({"contact", "add"}).code == 2);
  app.terminal.answers = {"text", ""};
  CHECK(app.run({"contact", "add"}).code == 2);
  CHECK(app.run({"contact", "list"}).code == 1);
}

TEST_CASE("a break on a terminal asks once how the days to go are counted", "[contact_add]") {
  Begun app;
  app.terminal.interactive = true;
  app.terminal.answers = {"restart", "n"};
  const Outcome outcome = app.run({"contact", "add", "text", "--out"});
  REQUIRE(app.terminal.asked.size() == 2);
  CHECK(app.terminal.asked[0] ==
        "How are the days to go counted from here? (carry-on: all quiet days count; restart: one "
        "whole run of 30. Enter: carry-on)\n  carry-on, restart\n> ");
  CHECK(app.terminal.asked[1] == "Write about it? [y/N] ");
  CHECK_THAT(outcome.err,
             Catch::Matchers::EndsWith("The review opens on Sunday, 20 December 2026.\n"));
  app.terminal.asked.clear();
  app.terminal.answers = {"n"};
  app.run({"contact", "add", "text", "--out", "--at", "2d"});
  CHECK(app.terminal.asked == std::vector<std::string>{"Write about it? [y/N] "});
}

TEST_CASE("a break in a period for safety asks for no rule", "[contact_add]") {
  Begun app({"--for", "safety"});
  app.terminal.interactive = true;
  const Outcome outcome = app.run({"contact", "add", "text", "--out"});
  CHECK(app.terminal.asked == std::vector<std::string>{"Write about it? [y/N] "});
  CHECK(outcome.err ==
        "Recorded as 1: text message, from you, Fri 22:00, just now.\n"
        "19 quiet days stay yours; the longest run is 19. A new run begins.\n");
}

TEST_CASE("a yes to writing about a break opens the journal", "[contact_add]") {
  Begun app({"--on-break", "carry-on"});
  app.terminal.interactive = true;
  app.terminal.answers = {"y"};
  app.terminal.input = "I wrote because of the photo.\n";
  CHECK(app.run({"contact", "add", "text", "--out"}).code == 0);
  CHECK(app.run({"journal", "list", "--format", "short"}).out ==
        "   1  2026-11-20  I wrote because of the photo.\n");
}

TEST_CASE("a break noted after the silence was complete moves a day that is past",
          "[contact add]") {
  App app;
  app.run({"begin", "--ended-on", "2026-10-11", "--days", "30"});
  const Outcome outcome = app.run({"contact", "add", "text", "--out", "--at", "2026-10-15"});
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring(
                              "The review opened on Wednesday, 11 November 2026.\n"));
}
