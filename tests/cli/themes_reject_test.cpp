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

TEST_CASE("themes reject --sentence refuses a place where nothing is", "[themes reject]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "We had the same fight every week."});
  const auto refused = [&](const std::string& place) {
    return app.run({"themes", "reject", "conflict", "--sentence", place});
  };
  const Outcome odd = refused("1:first");
  CHECK(odd.code == 2);
  CHECK(odd.err ==
        "lull: could not set the sentence aside: its place is a number, as 12, or 12:2 for the "
        "second\n      lull themes show THEME\n");
  CHECK(refused("0").code == 2);
  const Outcome missing = refused("9");
  CHECK(missing.code == 1);
  CHECK(missing.err ==
        "lull: could not set the sentence aside: there is no entry of that number\n      lull "
        "themes show THEME\n");
  CHECK(refused("1:2").err ==
        "lull: could not set the sentence aside: the entry has none there that speaks of the "
        "theme\n      lull themes show THEME\n");
}

TEST_CASE("themes reject --sentence leaves that sentence out and the others in",
          "[themes reject]") {
  App app;
  app.run({"begin", "--ended-on", "2026-11-01"});
  app.run({"journal", "add", "--at", "2026-11-10",
           "We had the same fight every week. It rained. We argued about everything, always."});
  CHECK(app.run({"themes", "show", "conflict"}).out ==
        "Tuesday, 10 November 2026\n     1  We had the same fight every week.\n   1:2  We argued "
        "about everything, always.\n");
  const Outcome done = app.run({"themes", "reject", "conflict", "--sentence", "1"});
  CHECK(done.code == 0);
  CHECK(done.err == "Set aside: one sentence, for Fighting. It is not used again.\n");
  CHECK(app.run({"themes", "show", "conflict"}).out ==
        "Tuesday, 10 November 2026\n   1:2  We argued about everything, always.\n");
  CHECK(app.run({"themes", "list", "--format", "json"}).out.find("\"sentences\": 1") !=
        std::string::npos);
  CHECK(app.run({"themes", "reject", "conflict", "--sentence", "1:2", "--discreet"}).err ==
        "Set aside.\n");
  CHECK(app.run({"themes", "show", "conflict"}).code == 1);
  CHECK(app.run({"themes", "list"}).code == 1);
}
