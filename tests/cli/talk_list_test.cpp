#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

namespace {

struct AppWithTalks : App {
  AppWithTalks() {
    run({"begin"});
    Talk talk;
    talk.at = {kFridayEvening, Day{20'777}, "UTC", 0};
    talk.first_name = "Robin";
    talk.second_name = "Sam";
    talk.turns = 4;
    talk.seconds = 700;
    talk.first_felt_heard = 4;
    talk.second_heard_other = 5;
    talk.topics = {"home", "money"};
    talk.note = "quieter than I feared";
    open_store(data() / "lull.db")->change("test", [&](Change& change) { insert(change, talk); });
  }
};

}  // namespace

TEST_CASE("talk list says when there is nothing", "[talk list]") {
  App app;
  app.run({"begin"});
  const Outcome none = app.run({"talk", "list"});
  CHECK(none.code == 1);
  CHECK(none.out.empty());
  CHECK(none.err == "No talk is recorded: lull talk\n");
}

TEST_CASE("talk list shows the talks, and no word of them where others may look on",
          "[talk list]") {
  AppWithTalks app;
  CHECK(app.run({"talk", "list"}).out ==
        "   1  Fri 20 Nov 2026  4 turns, 11:40 spoken\n"
        "      Robin: felt heard 4, heard the other not said\n"
        "      Sam: felt heard not said, heard the other 5\n"
        "      about: home, money\n"
        "      quieter than I feared\n");
  CHECK(app.run({"talk", "list", "--discreet"}).out ==
        "   1  Fri 20 Nov 2026  4 turns, 11:40 spoken\n");
}

TEST_CASE("talk list as JSON holds every field", "[talk list]") {
  AppWithTalks app;
  CHECK(app.run({"talk", "list", "--format", "json"}).out == R"({
  "format": "lull.talks/1",
  "talks": [
    {
      "id": 1,
      "at": "2026-11-20T22:00:00+00:00",
      "day": "2026-11-20",
      "first": "Robin",
      "second": "Sam",
      "turns": 4,
      "seconds": 700,
      "first_felt_heard": 4,
      "first_heard_other": null,
      "second_felt_heard": null,
      "second_heard_other": 5,
      "topics": [
        "home",
        "money"
      ],
      "note": "quieter than I feared"
    }
  ]
}
)");
}
