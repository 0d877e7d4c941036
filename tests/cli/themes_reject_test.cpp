#include "lull/model/theme.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

TEST_CASE("themes reject says which theme it misses", "[themes reject]") {
  App app;
  app.run({"begin"});
  const Outcome none = app.run({"themes", "reject"});
  CHECK(none.code == 2);
  CHECK(none.err ==
        "lull: could not reject the theme: none was named\n      such as communication\n");
  const Outcome typo = app.run({"themes", "reject", "conflit"});
  CHECK(typo.code == 2);
  CHECK(typo.err ==
        "lull: could not reject the theme: there is none of that name\n      did you mean "
        "conflict?\n");
  app.terminal.interactive = true;
  CHECK(app.run({"themes", "reject"}).err ==
        "lull: could not reject the theme: none was named\n      such as communication\n");
}

TEST_CASE("themes reject keeps the writer's word", "[themes reject]") {
  App app;
  app.run({"begin"});
  const Outcome done = app.run({"themes", "reject", "conflict"});
  CHECK(done.code == 0);
  CHECK(done.out.empty());
  CHECK(done.err == "Set aside: Fighting. Reviews no longer rank it.\n");
  app.terminal.interactive = true;
  app.terminal.answers = {"money"};
  CHECK(app.run({"themes", "reject", "--discreet"}).err == "Set aside.\n");
  const auto verdicts = all<Verdict>(*open_store(app.data() / "lull.db"));
  REQUIRE(verdicts.size() == 2);
  CHECK(verdicts[0].theme == Theme::conflict);
  CHECK(verdicts[0].verdict == ThemeVerdict::rejected);
  CHECK(verdicts[1].theme == Theme::money_work);
}

TEST_CASE("themes reject of fear or harm points to help", "[themes reject]") {
  App app;
  app.run({"begin"});
  const std::string said = app.run({"themes", "reject", "abuse_safety", "--quiet"}).err;
  CHECK(said == "Where to get help: lull help safety\n");
}
