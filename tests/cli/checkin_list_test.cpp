#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull::test;

namespace {

struct AppWithCheckins : App {
  AppWithCheckins() {
    run({"begin"});
    run({"checkin", "add", "--happy", "6", "--sad", "3", "--angry", "1", "--tired", "5",
         "--takes-over", "2", "--note", "a walk"});
    clock.move_to(clock.now() + 7 * 86'400);
    run({"checkin", "add", "--name", "Sam", "--happy", "7", "--sad", "2", "--angry", "0", "--tired",
         "4"});
  }
};

}  // namespace

TEST_CASE("checkin list says when there is nothing", "[checkin list]") {
  App app;
  app.run({"begin"});
  const Outcome none = app.run({"checkin", "list"});
  CHECK(none.code == 1);
  CHECK(none.out.empty());
  CHECK(none.err == "No check-in is recorded: lull checkin add\n");
  CHECK(app.run({"checkin", "list", "--from", "soon"}).code == 2);
}

TEST_CASE("checkin list shows the numbers, and no name or note where others may look on",
          "[checkin list]") {
  AppWithCheckins app;
  CHECK(app.run({"checkin", "list"}).out ==
        "   1  Fri 20 Nov 2026  happy 6, sad 3, angry 1, tired 5, takes over 2\n"
        "      a walk\n"
        "   2  Fri 27 Nov 2026  happy 7, sad 2, angry 0, tired 4  Sam\n");
  CHECK(app.run({"checkin", "list", "--discreet"}).out ==
        "   1  Fri 20 Nov 2026  happy 6, sad 3, angry 1, tired 5, takes over 2\n"
        "   2  Fri 27 Nov 2026  happy 7, sad 2, angry 0, tired 4\n");
  CHECK(app.run({"checkin"}).out == app.run({"checkin", "list"}).out);
}

TEST_CASE("checkin list keeps to the days that were asked for, both included", "[checkin list]") {
  AppWithCheckins app;
  CHECK(app.run({"checkin", "list", "--from", "2026-11-21"}).out ==
        "   2  Fri 27 Nov 2026  happy 7, sad 2, angry 0, tired 4  Sam\n");
  CHECK(app.run({"checkin", "list", "--from", "2026-11-20", "--to", "2026-11-20", "--discreet"})
            .out == "   1  Fri 20 Nov 2026  happy 6, sad 3, angry 1, tired 5, takes over 2\n");
}

TEST_CASE("checkin list as JSON holds every field", "[checkin list]") {
  AppWithCheckins app;
  CHECK(app.run({"checkin", "list", "--to", "2026-11-20", "--format", "json"}).out == R"({
  "format": "lull.checkins/1",
  "checkins": [
    {
      "id": 1,
      "at": "2026-11-20T22:00:00+00:00",
      "day": "2026-11-20",
      "who": "",
      "happy": 6,
      "sad": 3,
      "angry": 1,
      "tired": 5,
      "takes_over": 2,
      "note": "a walk"
    }
  ]
}
)");
}
