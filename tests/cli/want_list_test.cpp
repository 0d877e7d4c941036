#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull::test;

namespace {

constexpr std::int64_t kDay = 86'400;

// Two wants in week one, an edit and a drop after it.
struct AppWithVersions : App {
  AppWithVersions() {
    run({"begin"});
    run({"want", "add", "no children", "--topic", "children"});
    run({"want", "add", "a dog", "--whose", "theirs"});
    clock.move_to(clock.now() + 10 * kDay);
    run({"want", "edit", "1", "--text", "one child", "--clarity", "2"});
    run({"want", "drop", "2"});
    run({"want", "add", "a garden", "--topic", "home"});
  }
};

}  // namespace

TEST_CASE("want list says when there is nothing", "[want list]") {
  App app;
  app.run({"begin"});
  const Outcome none = app.run({"want", "list"});
  CHECK(none.code == 1);
  CHECK(none.out.empty());
  CHECK(none.err == "No want is recorded: lull want add\n");
  const Outcome json = app.run({"want", "list", "--format", "json"});
  CHECK(json.code == 1);
  CHECK(json.out == "{\n  \"format\": \"lull.wants/1\",\n  \"wants\": []\n}\n");
}

TEST_CASE("want list shows what stands", "[want list]") {
  AppWithVersions app;
  CHECK(app.run({"want", "list"}).out ==
        "   1  yours   children   one child (clarity 2 of 5)\n"
        "   5  yours   home       a garden\n");
  CHECK(app.run({"want", "list", "--whose", "theirs"}).code == 1);
  CHECK(app.run({"want"}).out == app.run({"want", "list"}).out);
}

TEST_CASE("want list --history shows the versions and what changed since week one", "[want list]") {
  AppWithVersions app;
  CHECK(app.run({"want", "list", "--history"}).out ==
        "   1  yours, children: changed since week one\n"
        "      Fri 20 Nov 2026  no children\n"
        "      Mon 30 Nov 2026  one child (clarity 2 of 5)\n"
        "   2  theirs, other: dropped since week one\n"
        "      Fri 20 Nov 2026  a dog (guessed)\n"
        "      Mon 30 Nov 2026  dropped\n"
        "   5  yours, home: new since week one\n"
        "      Mon 30 Nov 2026  a garden\n");
}

TEST_CASE("want list as JSON holds every field", "[want list]") {
  AppWithVersions app;
  const std::string json =
      app.run({"want", "list", "--format", "json", "--whose", "theirs", "--history"}).out;
  CHECK(json ==
        R"({
  "format": "lull.wants/1",
  "wants": [
    {
      "id": 2,
      "whose": "theirs",
      "since_week_one": "dropped",
      "versions": [
        {
          "id": 2,
          "at": "2026-11-20T22:00:00+00:00",
          "day": "2026-11-20",
          "dropped": false,
          "source": "guessed",
          "topic": "other",
          "text": "a dog",
          "horizon": "",
          "clarity": null
        },
        {
          "id": 4,
          "at": "2026-11-30T22:00:00+00:00",
          "day": "2026-11-30",
          "dropped": true,
          "source": "guessed",
          "topic": "other",
          "text": "a dog",
          "horizon": "",
          "clarity": null
        }
      ]
    }
  ]
}
)");
}

TEST_CASE("want list shows no text where others may look on", "[want list]") {
  AppWithVersions app;
  for (const Outcome& seen : {app.run({"want", "list", "--discreet"}),
                              app.run({"want", "list", "--history", "--discreet"})}) {
    CHECK(seen.code == 0);
    CHECK(seen.out.find("child (") == std::string::npos);
    CHECK(seen.out.find("garden") == std::string::npos);
    CHECK(seen.out.find("dog") == std::string::npos);
  }
}
