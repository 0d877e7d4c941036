#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull::test;

TEST_CASE("decide list says when there is nothing", "[decide list]") {
  App app;
  app.run({"begin"});
  const Outcome none = app.run({"decide", "list"});
  CHECK(none.code == 1);
  CHECK(none.out.empty());
  CHECK(none.err == "No decision is recorded.\n");
}

TEST_CASE("decide list shows every decision with its words", "[decide list]") {
  App app;
  app.run({"begin", "--from", "40d", "--days", "30"});
  app.run({"decide", "--choice", "undecided", "--reason", "too early", "--to-a-friend", "wait",
           "--missing", "closeness", "--must-differ", "how we talk"});
  app.run({"decide", "--choice", "reconnect", "--afraid", "no", "--they-want", "said-so"});
  CHECK(app.run({"decide", "list"}).out ==
        "   1  Fri 20 Nov 2026  to leave it open\n"
        "      because: too early\n"
        "      to a friend: wait\n"
        "      what you miss: closeness\n"
        "      what would have to differ: how we talk\n"
        "   2  Fri 20 Nov 2026  to talk with them again (a first yes)\n");
  CHECK(app.run({"decide", "list", "--discreet"}).out ==
        "   1  Fri 20 Nov 2026  decided\n   2  Fri 20 Nov 2026  decided\n");
}

TEST_CASE("decide list as JSON holds every field", "[decide list]") {
  App app;
  app.run({"begin"});
  app.run({"decide", "--choice", "part", "--reason", "enough"});
  CHECK(app.run({"decide", "list", "--format", "json"}).out == R"({
  "format": "lull.decisions/1",
  "decisions": [
    {
      "id": 1,
      "at": "2026-11-20T22:00:00+00:00",
      "day": "2026-11-20",
      "choice": "part",
      "confirmed": false,
      "reason": "enough",
      "to_a_friend": "",
      "missing": "",
      "must_differ": ""
    }
  ]
}
)");
}
