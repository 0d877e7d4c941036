#include "lull/model/theme.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

TEST_CASE("themes confirm says which theme it misses", "[themes confirm]") {
  App app;
  app.run({"begin"});
  const Outcome none = app.run({"themes", "confirm"});
  CHECK(none.code == 2);
  CHECK(none.err ==
        "lull: could not confirm the theme: none was named\n      such as communication\n");
  const Outcome typo = app.run({"themes", "confirm", "conflit"});
  CHECK(typo.code == 2);
  CHECK(typo.err ==
        "lull: could not confirm the theme: there is none of that name\n      did you mean "
        "conflict?\n");
  app.terminal.interactive = true;
  CHECK(app.run({"themes", "confirm"}).err ==
        "lull: could not confirm the theme: none was named\n      such as communication\n");
}

TEST_CASE("themes confirm keeps the writer's word", "[themes confirm]") {
  App app;
  app.run({"begin"});
  const Outcome done = app.run({"themes", "confirm", "conflict"});
  CHECK(done.code == 0);
  CHECK(done.out.empty());
  CHECK(done.err == "Confirmed: Fighting. Your word beats the count.\n");
  app.terminal.interactive = true;
  app.terminal.answers = {"money"};
  CHECK(app.run({"themes", "confirm", "--discreet"}).err == "Confirmed.\n");
  const auto verdicts = all<Verdict>(*open_store(app.data() / "lull.db"));
  REQUIRE(verdicts.size() == 2);
  CHECK(verdicts[0].theme == Theme::conflict);
  CHECK(verdicts[0].verdict == ThemeVerdict::confirmed);
  CHECK(verdicts[1].theme == Theme::money_work);
}

TEST_CASE("themes confirm of fear or harm points to help", "[themes confirm]") {
  App app;
  app.run({"begin"});
  const std::string said = app.run({"themes", "confirm", "abuse_safety", "--quiet"}).err;
  CHECK(said == "Where to get help: lull help safety\n");
}
