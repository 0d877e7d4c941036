#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

TEST_CASE("remind is silent where there is no journal, and makes none", "[remind]") {
  App app;
  const Outcome none = app.run({"remind"});
  CHECK(none.code == 1);
  CHECK(none.out.empty());
  CHECK(none.err.empty());
  CHECK_FALSE(std::filesystem::exists(app.data()));
}

TEST_CASE("remind says each due thing once a day", "[remind]") {
  App app;
  app.run({"begin", "--from", "40d", "--days", "30"});
  const Outcome first = app.run({"remind"});
  CHECK(first.code == 0);
  CHECK(first.out == "The review is open: lull review\n");
  CHECK(first.err.empty());
  const Outcome second = app.run({"remind"});
  CHECK(second.code == 1);
  CHECK(second.out.empty());
  CHECK(second.err.empty());
  app.clock.move_to(app.clock.now() + 86'400);
  CHECK(app.run({"remind"}).code == 0);
}

TEST_CASE("remind says nothing of a review that was read", "[remind]") {
  App app;
  app.run({"begin", "--from", "40d", "--days", "30"});
  app.run({"review", "--month", "2026-11"});
  CHECK(app.run({"remind"}).code == 0);
  app.clock.move_to(app.clock.now() + 86'400);
  CHECK(app.run({"review"}).code == 0);
  CHECK(app.run({"remind"}).code == 1);
}

TEST_CASE("remind notes what it said in the state folder, and no word of the journal", "[remind]") {
  App app;
  app.name_data = false;
  app.run({"begin", "--from", "40d", "--days", "30", "--alias", "Robin"});
  REQUIRE(app.run({"remind"}).code == 0);
  CHECK(read_file(app.home() / ".local/state/lull/reminded") == "2026-11-20 review\n");
}

TEST_CASE("remind says nothing of writing unless it is switched on", "[remind]") {
  App app;
  app.run({"begin", "--from", "10d"});
  CHECK(app.run({"remind"}).code == 1);
  const auto config = app.home() / "config.toml";
  write_file_atomically(config, "[remind]\nwriting = true\n");
  CHECK(app.run({"remind", "--config", config.string()}).out == "A line, if you like: lull add\n");
}
