#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

namespace {

struct AppWithJournal : App {
  AppWithJournal() { run({"begin"}); }
};

constexpr const char* kHint =
    "      lull talk add Robin Sam --turns 6 --felt-heard 4 --felt-heard 3\n";

}  // namespace

TEST_CASE("talk add without turns or somebody to ask says what is missing", "[talk add]") {
  AppWithJournal app;
  const Outcome outcome = app.run({"talk", "add", "Robin", "Sam"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        std::string("lull: could not record the talk: how many turns it had was not given\n") +
            kHint);
  CHECK(app.run({"talk", "list"}).code == 1);
}

TEST_CASE("talk add at the end of input records nothing", "[talk add]") {
  AppWithJournal app;
  app.terminal.interactive = true;
  CHECK(app.run({"talk", "add"}).code == 2);
  CHECK(app.run({"talk", "list"}).code == 1);
}

TEST_CASE("talk add refuses names, ratings and lengths that it can't read", "[talk add]") {
  AppWithJournal app;
  const auto wrong = GENERATE(
      std::pair<std::vector<std::string>, std::string>{{"Robin"}, "two different names, or none"},
      std::pair<std::vector<std::string>, std::string>{{"Robin", "Robin"}, "two different names"},
      std::pair<std::vector<std::string>, std::string>{{"--felt-heard", "6"}, "from 1 to 5"},
      std::pair<std::vector<std::string>, std::string>{{"--minutes", "90"}, "up to 60"},
      std::pair<std::vector<std::string>, std::string>{
          {"--heard-other", "1", "--heard-other", "2", "--heard-other", "3"},
          "more often than there are people"});
  std::vector<std::string> words{"talk", "add", "--turns", "4"};
  words.insert(words.end(), wrong.first.begin(), wrong.first.end());
  const Outcome outcome = app.run(words);
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring(wrong.second));
  CHECK(app.run({"talk", "list"}).code == 1);
}

TEST_CASE("talk add records a talk that was held with another clock", "[talk add]") {
  AppWithJournal app;
  const Outcome outcome = app.run({"talk",          "add",
                                   "Robin",         "Sam",
                                   "--turns",       "4",
                                   "--minutes",     "2.5",
                                   "--at",          "yesterday 19:00",
                                   "--felt-heard",  "4",
                                   "--felt-heard",  "-",
                                   "--heard-other", "5",
                                   "--topic",       "money",
                                   "--note",        "quieter than I feared"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err,
             Catch::Matchers::StartsWith("Recorded as 1: 4 turns, about 10:00, Thu 19:00"));
  CHECK(app.run({"talk", "list"}).out ==
        "   1  Thu 19 Nov 2026  4 turns, 10:00 spoken\n"
        "      Robin: felt heard 4, heard the other 5\n"
        "      Sam: felt heard not said, heard the other not said\n"
        "      about: money\n"
        "      quieter than I feared\n");
}

TEST_CASE("talk add asks for the turns on a terminal", "[talk add]") {
  AppWithJournal app;
  app.terminal.interactive = true;
  app.terminal.answers = {"6"};
  CHECK(app.run({"talk", "add"}).code == 0);
  CHECK_THAT(app.run({"talk", "list"}).out,
             Catch::Matchers::ContainsSubstring("6 turns, 18:00 spoken"));
}
