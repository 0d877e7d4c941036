#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

TEST_CASE("themes changed says what it misses", "[themes changed]") {
  App app;
  app.run({"begin"});
  CHECK(app.run({"themes", "changed"}).err ==
        "lull: could not change the theme: none was named\n      such as communication\n");
  const Outcome nothing = app.run({"themes", "changed", "conflict"});
  CHECK(nothing.code == 2);
  CHECK(nothing.err ==
        "lull: could not save the change: nothing was said about it\n      --mine, --theirs or "
        "--why\n");
  CHECK(app.run({"themes", "changed", "conflict", "--mine", "maybe"}).code == 2);
  CHECK(all<Verdict>(*open_store(app.data() / "lull.db")).empty());
}

TEST_CASE("themes changed keeps what was said and leaves theirs a question", "[themes changed]") {
  App app;
  app.run({"begin"});
  const Outcome mine =
      app.run({"themes", "changed", "conflict", "--mine", "yes", "--why", "I stay in the room"});
  CHECK(mine.code == 0);
  CHECK(mine.out.empty());
  CHECK(mine.err == "Recorded. Fighting, changed? Yours: yes. Theirs: a question for the talk.\n");
  CHECK(app.run({"themes", "changed", "conflict", "--theirs", "unsure", "--discreet"}).err ==
        "Recorded. The theme, changed? Yours: yes. Theirs: unsure.\n");
  const auto verdicts = all<Verdict>(*open_store(app.data() / "lull.db"));
  REQUIRE(verdicts.size() == 2);
  CHECK(verdicts[1].mine == Changed::yes);
  CHECK(verdicts[1].theirs == Changed::unsure);
  CHECK(verdicts[1].why == "I stay in the room");
}

TEST_CASE("themes changed asks on a terminal and gives up at the end of input",
          "[themes changed]") {
  App app;
  app.run({"begin"});
  app.terminal.interactive = true;
  app.terminal.answers = {"conflict", "no", "it was never tried", ""};
  CHECK(app.run({"themes", "changed"}).err ==
        "Recorded. Fighting, changed? Yours: no. Theirs: a question for the talk.\n");
  app.terminal.answers = {"conflict"};
  const Outcome ended = app.run({"themes", "changed"});
  CHECK(ended.code == 2);
  CHECK(ended.err == "lull: could not save the change: nothing was said about it\n");
}
