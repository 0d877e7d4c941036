#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

struct WithSlip : App {
  WithSlip() {
    run({"begin", "--from", "20d"});
    run({"contact", "add", "text", "--out", "--at", "8d 21:00", "--note", "the photo"});
  }
};

constexpr const char* kShown =
    "   1  Thu 12 Nov 2026  text message, from you  *\n      the photo\n";

}  // namespace

TEST_CASE("contact delete needs a number that is there", "[contact_delete]") {
  WithSlip app;
  Outcome outcome = app.run({"contact", "delete", "--yes"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not delete a contact: no number was given\n"
        "      lull contact list shows the numbers\n");
  outcome = app.run({"contact", "delete", "2", "--yes"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "lull: could not find contact 2\n      lull contact list\n");
}

TEST_CASE("contact delete deletes nothing where nobody can be asked", "[contact_delete]") {
  WithSlip app;
  const Outcome outcome = app.run({"contact", "delete", "1"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err == std::string(kShown) +
                           "lull: could not delete the contact: nobody can be asked here\n"
                           "      add --yes\n");
  CHECK(app.run({"contact", "list"}).out == kShown);
}

TEST_CASE("contact delete keeps the contact unless the answer is yes", "[contact_delete]") {
  WithSlip app;
  app.terminal.interactive = true;
  for (const std::deque<std::string>& answers : {std::deque<std::string>{}, {""}, {"n"}}) {
    app.terminal.answers = answers;
    const Outcome outcome = app.run({"contact", "delete", "1"});
    CHECK(outcome.code == 1);
    CHECK(outcome.err == std::string(kShown) + "Nothing was deleted.\n");
  }
  CHECK(app.run({"contact", "list"}).out == kShown);
}

TEST_CASE("contact delete gives the days back", "[contact_delete]") {
  WithSlip app;
  app.terminal.interactive = true;
  app.terminal.answers = {"y"};
  const Outcome outcome = app.run({"contact", "delete", "1"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == std::string(kShown) +
                           "Deleted; lull undo brings it back.\n20 quiet days now; the current run "
                           "is 20, the longest 20.\n"
                           "The review opens on Monday, 30 November 2026.\n");
  CHECK(app.run({"contact", "list"}).code == 1);
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "20/30\n");
}

TEST_CASE("contact delete shows no words when discreet", "[contact_delete]") {
  WithSlip app;
  CHECK(app.run({"contact", "delete", "1", "--yes", "--discreet"}).err ==
        "   1  Thu 12 Nov 2026  text message, from you  *\nDeleted; lull undo brings it back.\n"
        "20 quiet days now; the current run is 20, the longest 20.\n"
        "The review opens on Monday, 30 November 2026.\n");
}
