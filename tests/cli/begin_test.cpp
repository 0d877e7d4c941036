#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

std::vector<QuietPeriod> periods_of(App& app) {
  return all<QuietPeriod>(*open_store(app.data() / "lull.db"));
}

}  // namespace

TEST_CASE("begin refuses a day of the future and makes no period", "[begin]") {
  App app;
  const Outcome outcome = app.run({"begin", "--from", "2026-11-21"});
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "lull: could not begin: a day lies in the future\n      lull help dates\n");
  CHECK(periods_of(app).empty());
}

TEST_CASE("begin makes no journal when its words are wrong", "[begin]") {
  App app;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"begin", "--from", "soon"},
                                                {"begin", "--days", "0"},
                                                {"begin", "--ended-by", "fate"},
                                                {"begin", "--for", "fun"},
                                                {"begin", "--how", "well"}}) {
    const Outcome outcome = app.run(words);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK_FALSE(std::filesystem::exists(app.data() / "lull.db"));
  }
}

TEST_CASE("begin refuses a second period while one is open", "[begin]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"begin"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not begin: a quiet period is open already\n"
        "      lull streak status shows it; lull begin --end closes it\n");
  CHECK(periods_of(app).size() == 1);
}

TEST_CASE("begin --end refuses when none is open", "[begin]") {
  App app;
  CHECK(app.run({"begin", "--end"}).code == 1);
  app.run({"begin", "--from", "10d"});
  app.run({"begin", "--end"});
  const Outcome outcome = app.run({"begin", "--end"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "lull: could not close the quiet period: none is open\n      lull begin\n");
}

TEST_CASE("begin --end refuses a last day before the beginning or in the future", "[begin]") {
  App app;
  app.run({"begin", "--from", "10d"});
  for (const char* day : {"11d", "2026-11-21"}) {
    const Outcome outcome = app.run({"begin", "--end", "--last-day", day});
    CHECK(outcome.code == 2);
    CHECK(outcome.err ==
          "lull: could not close the quiet period: its last day is before it began, or in the "
          "future\n      lull help dates\n");
  }
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "10/30\n");
}

TEST_CASE("begin by options keeps each of them", "[begin]") {
  App app;
  const Outcome outcome =
      app.run({"begin", "--ended-on", "2026-11-10", "--from", "2026-11-12", "--ended-by", "them",
               "--alias", "Kim", "--days", "21", "--exception", "children", "--exception", "bills",
               "--on-break", "restart", "--why", "We had stopped talking."});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "Begun. The quiet counts from Thursday, 12 November 2026.\n"
        "8 quiet days so far; the review opens on Thursday, 3 December 2026.\n"
        "The method asks for thirty days or more; fewer is your choice to make.\n"
        "A line a day is enough: lull journal add\n");
  const auto periods = periods_of(app);
  REQUIRE(periods.size() == 1);
  CHECK(to_iso(*periods[0].ended_on) == "2026-11-10");
  CHECK(to_iso(periods[0].from) == "2026-11-12");
  CHECK(periods[0].ended_by == EndedBy::them);
  CHECK(periods[0].alias == "Kim");
  CHECK(periods[0].length == 21);
  CHECK(periods[0].exceptions == std::vector<std::string>{"children", "bills"});
  CHECK(periods[0].on_break == OnBreak::restart);
  CHECK(periods[0].on_break_chosen);
  CHECK(app.run({"journal", "list", "--kind", "first-account", "--format", "short"}).out ==
        "   1  2026-11-20  We had stopped talking.\n");
}

TEST_CASE("begin counts from the end of the relationship when nothing else is said", "[begin]") {
  App app;
  CHECK(app.run({"begin", "--ended-on", "3d"}).err ==
        "Begun. The quiet counts from Tuesday, 17 November 2026.\n"
        "3 quiet days so far; the review opens on Thursday, 17 December 2026.\n"
        "A line a day is enough: lull journal add\n");
}

TEST_CASE("begin for safety or by order has no length and promises no review", "[begin]") {
  for (const char* reason : {"safety", "order-protects-me", "order-binds-me"}) {
    App app;
    const Outcome outcome = app.run({"begin", "--for", reason, "--days", "60"});
    CHECK(outcome.code == 0);
    const std::string order =
        reason == std::string("safety")
            ? ""
            : "A court order is not a quiet period: what it allows stands in the order.\n";
    CHECK(outcome.err ==
          "Begun. The quiet counts from Friday, 20 November 2026.\n"
          "It has no length; it only counts and records.\n" +
              order + "If you need help: lull help safety\n");
    CHECK_FALSE(periods_of(app)[0].length);
  }
}

TEST_CASE("begin asks at most seven questions, and Enter skips each", "[begin]") {
  App app;
  app.terminal.interactive = true;
  app.terminal.answers = {"", "", "", "", "", "", ""};
  const Outcome outcome = app.run({"begin"});
  CHECK(outcome.code == 0);
  CHECK(app.terminal.asked.size() == 7);
  CHECK(app.terminal.asked[0] ==
        "Do others use this computer? A passphrase can lock the journal. Set one? [y/N] ");
  CHECK(app.terminal.asked[1] == "When were you last in touch? (2026-11-01, yesterday, 3d)\n> ");
  CHECK(app.terminal.answers.empty());
  const QuietPeriod period = periods_of(app).at(0);
  CHECK(to_iso(period.from) == "2026-11-20");
  CHECK(period.length == 30);
  CHECK(period.ended_by == EndedBy::unsaid);
  CHECK(period.apart_for == ApartFor::no);
  CHECK(period.alias.empty());
  CHECK_FALSE(period.on_break_chosen);
}

TEST_CASE("begin takes the answers that are typed, and asks again after a wrong one", "[begin]") {
  App app;
  app.terminal.interactive = true;
  app.terminal.answers = {"",
                          "soonish",
                          "2026-12-01",
                          "5d",
                          "them",
                          "Kim",
                          "no",
                          "0",
                          "forty",
                          "40",
                          "We had stopped talking."};
  const Outcome outcome = app.run({"begin"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring("That day is still to come."));
  CHECK_THAT(outcome.err,
             Catch::Matchers::ContainsSubstring("A whole number from 1 to 3650, or Enter."));
  const QuietPeriod period = periods_of(app).at(0);
  CHECK(to_iso(period.from) == "2026-11-15");
  CHECK(period.ended_by == EndedBy::them);
  CHECK(period.alias == "Kim");
  CHECK(period.length == 40);
  app.terminal.interactive = false;
  CHECK(app.run({"journal", "show", "1", "--format", "raw"}).out == "We had stopped talking.");
}

TEST_CASE("begin does not ask for a length when it is for safety, nor what was given", "[begin]") {
  App app;
  app.terminal.interactive = true;
  app.terminal.answers = {"", "", "", "safety", ""};
  CHECK(app.run({"begin", "--from", "2d"}).code == 0);
  CHECK(app.terminal.asked.size() == 5);
  App given;
  given.terminal.interactive = true;
  given.run({"begin", "--from", "2d", "--ended-by", "me", "--alias", "K", "--days", "30", "--for",
             "no", "--why", "x"});
  CHECK(given.terminal.asked.empty());
}

TEST_CASE("begin --end closes the period, and says with how many days", "[begin]") {
  App app;
  app.run({"begin", "--from", "10d"});
  const Outcome outcome = app.run({"begin", "--end", "--how", "part", "--last-day", "2d"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "Closed. Its last day is Wednesday, 18 November 2026; it holds 8 quiet days.\n"
        "Everything written stays: lull streak history\n");
  CHECK(periods_of(app)[0].closing == "part");
}

TEST_CASE("begin --end asks on a terminal how it closed", "[begin]") {
  App app;
  app.run({"begin", "--from", "10d"});
  app.terminal.interactive = true;
  app.terminal.answers = {"rec"};
  CHECK(app.run({"begin", "--end"}).code == 0);
  CHECK(app.terminal.asked.size() == 1);
  CHECK(periods_of(app)[0].closing == "reconnect");
}

TEST_CASE("a second begin on a terminal closes the first, or leaves everything", "[begin]") {
  App app;
  app.run({"begin", "--from", "2025-11-01"});
  app.terminal.interactive = true;
  app.terminal.answers = {"n"};
  const Outcome kept = app.run({"begin"});
  CHECK(kept.code == 1);
  CHECK(kept.err == "Nothing was changed.\n");
  CHECK(app.terminal.asked[0] ==
        "A quiet period is open, counted from Saturday, 1 November 2025. Close it and begin "
        "another? [y/N] ");
  CHECK(periods_of(app).size() == 1);
  app.terminal.answers = {"y", "ended", "", "5d", "", "", "", "", ""};
  CHECK(app.run({"begin"}).code == 0);
  const auto periods = periods_of(app);
  REQUIRE(periods.size() == 2);
  CHECK(to_iso(*periods[0].closed_on) == "2026-11-15");
  CHECK(periods[0].closing == "ended");
  CHECK_FALSE(periods[1].closed_on);
  CHECK(to_iso(periods[1].from) == "2026-11-15");
}

TEST_CASE("a second begin asks how a closed one closed, once", "[begin]") {
  App app;
  app.run({"begin", "--from", "2025-11-01"});
  app.run({"begin", "--end"});
  app.terminal.interactive = true;
  app.terminal.answers = {"part", "", "", "", "", "", "", ""};
  const Outcome outcome = app.run({"begin"});
  CHECK(outcome.code == 0);
  CHECK_THAT(app.terminal.asked[0], Catch::Matchers::StartsWith("How did it close?"));
  CHECK(periods_of(app)[0].closing == "part");
}

TEST_CASE("a second begin adopts what was written before the first", "[begin]") {
  App app;
  app.name_data = false;
  app.run({"journal", "add", "before", "any", "begin"});
  CHECK(app.run({"begin", "--from", "2d"}).code == 0);
  CHECK(app.run({"journal", "list", "--format", "short"}).out ==
        "   1  2026-11-20  before any begin\n");
}
