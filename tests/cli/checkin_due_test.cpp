#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

TEST_CASE("checkin due is no without a decision to reconnect", "[checkin due]") {
  App app;
  app.run({"begin"});
  const Outcome none = app.run({"checkin", "due"});
  CHECK(none.code == 1);
  CHECK(none.out.empty());
  CHECK(none.err ==
        "No check-in is due: they begin after a decision to reconnect, or when remind.checkin is "
        "switched on.\n");
}

TEST_CASE("checkin due is yes a week after reconnecting, and again a week after each",
          "[checkin due]") {
  App app;
  app.run({"begin", "--from", "40d", "--days", "30"});
  const std::vector<std::string> yes{"decide", "--choice", "reconnect", "--afraid", "no"};
  app.run(yes);
  app.clock.move_to(app.clock.now() + 86'400);
  REQUIRE(app.run(yes).code == 0);
  CHECK(app.run({"checkin", "due"}).err ==
        "No check-in is due until Saturday, 28 November 2026.\n");
  app.clock.move_to(app.clock.now() + 7 * 86'400);
  const Outcome due = app.run({"checkin", "due"});
  CHECK(due.code == 0);
  CHECK(due.out == "A check-in is due: lull checkin add\n");
  app.run({"checkin", "add", "--happy", "6", "--sad", "3", "--angry", "1", "--tired", "5"});
  CHECK(app.run({"checkin", "due"}).code == 1);
}

TEST_CASE("checkin due is yes when it is switched on", "[checkin due]") {
  App app;
  app.run({"begin"});
  const auto config = app.home() / "config.toml";
  write_file_atomically(config, "[remind]\ncheckin = true\n");
  CHECK(app.run({"checkin", "due", "--config", config.string()}).code == 0);
}
