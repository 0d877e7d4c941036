#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("streak extend needs a number of days", "[streak_extend]") {
  App app;
  app.run({"begin", "--from", "10d"});
  for (const std::vector<std::string>& words : {std::vector<std::string>{"streak", "extend"},
                                                {"streak", "extend", "0"},
                                                {"streak", "extend", "two"},
                                                {"streak", "extend", "7d"},
                                                {"streak", "extend", "3651"}}) {
    const Outcome outcome = app.run(words);
    CHECK(outcome.code == 2);
    CHECK(outcome.err ==
          "lull: could not extend the quiet period: a number of days is needed, 1 to 3650\n"
          "      lull streak extend 14\n");
  }
  CHECK(app.run({"streak", "extend", "3650"}).err ==
        "lull: could not extend the quiet period: it would be longer than ten years\n"
        "      lull streak extend 14\n");
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "10/30\n");
}

TEST_CASE("streak extend refuses a period without a length, and a closed one", "[streak_extend]") {
  App app;
  app.run({"begin", "--from", "10d", "--for", "safety"});
  Outcome outcome = app.run({"streak", "extend", "14"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not extend the quiet period: it has no length; it only counts\n");
  app.run({"begin", "--end"});
  outcome = app.run({"streak", "extend", "14"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "lull: could not change the quiet period: none is open\n      lull begin\n");
}

TEST_CASE("streak extend asks for more days, and opens a complete period again",
          "[streak_extend]") {
  App app;
  app.run({"begin", "--from", "40d"});
  const Outcome outcome = app.run({"streak", "extend", "14"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "44 quiet days are asked for now; the review opens on Tuesday, 24 November 2026.\n");
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "40/44\n");
}
