#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

struct WithUrges : App {
  WithUrges() {
    run({"begin", "--from", "20d"});
    run({"urge", "add", "text", "--at", "5d", "--strength", "4", "--outcome", "passed"});
    run({"urge", "add", "sex", "--at", "2d", "--trigger", "the film"});
  }
};

}  // namespace

TEST_CASE("urge list says so when none fits", "[urge_list]") {
  WithUrges app;
  const Outcome outcome = app.run({"urge", "list", "--from", "yesterday"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "No urge is recorded.\n");
  CHECK(app.run({"urge", "list", "--from", "soon"}).code == 2);
  CHECK(app.run({"urge", "list", "--channel", "smoke"}).code == 2);
}

TEST_CASE("urge list shows the newest first, within what is asked for", "[urge_list]") {
  WithUrges app;
  const std::string first = "   1  Sun 15 Nov 2026 12:00  text message, 4 of 10, passed\n";
  const std::string second = "   2  Wed 18 Nov 2026 12:00  sex, open\n      the film\n";
  CHECK(app.run({"urge", "list"}).out == second + first);
  CHECK(app.run({"urge", "list", "-n", "1"}).out == second);
  CHECK(app.run({"urge", "list", "--to", "3d"}).out == first);
  CHECK(app.run({"urge", "list", "--channel", "sex"}).out == second);
  CHECK(app.run({"urge", "list", "--discreet"}).out ==
        "   2  Wed 18 Nov 2026 12:00  sex, open\n" + first);
}

TEST_CASE("urge list as JSON gives null for what was not said", "[urge_list]") {
  WithUrges app;
  CHECK(app.run({"urge", "list", "--format", "json", "-n", "1"}).out == R"({
  "format": "lull.urges/1",
  "urges": [
    {
      "id": 2,
      "at": "2026-11-18T12:00:00+00:00",
      "day": "2026-11-18",
      "channel": "sex",
      "strength": null,
      "strength_after": null,
      "minutes": null,
      "outcome": "open",
      "trigger": "the film",
      "note": ""
    }
  ]
}
)");
}
