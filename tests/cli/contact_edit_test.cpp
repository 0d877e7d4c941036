#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

struct WithSlip : App {
  WithSlip() {
    run({"begin", "--from", "20d", "--exception", "children"});
    run({"contact", "add", "text", "--out", "--at", "8d 21:00"});
  }
};

}  // namespace

TEST_CASE("contact edit refuses what it cannot do, and changes nothing", "[contact_edit]") {
  WithSlip app;
  const std::string before = app.run({"contact", "list", "--format", "json"}).out;
  Outcome outcome = app.run({"contact", "edit"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not change a contact: no number was given\n"
        "      lull contact list shows the numbers\n");
  outcome = app.run({"contact", "edit", "1"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not change the contact: no option says what to change\n"
        "      lull contact edit 3 --in\n");
  outcome = app.run({"contact", "edit", "9", "--in"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "lull: could not find contact 9\n      lull contact list\n");
  CHECK(app.run({"contact", "edit", "one", "--in"}).code == 2);
  CHECK(app.run({"contact", "edit", "1", "--at", "2026-11-21"}).code == 2);
  CHECK(app.run({"contact", "edit", "1", "--until", "9d"}).code == 2);
  CHECK(app.run({"contact", "edit", "1", "--exception", "work"}).code == 2);
  CHECK(app.run({"contact", "edit", "1", "--in", "--out"}).code == 2);
  CHECK(app.run({"contact", "list", "--format", "json"}).out == before);
}

TEST_CASE("contact edit moves a break, and the numbers follow", "[contact_edit]") {
  WithSlip app;
  const Outcome outcome = app.run({"contact", "edit", "1", "--at", "2d", "--channel", "call"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "Changed 1: phone call, from you, Wed 18 Nov 2026 12:00, 2 days ago.\n"
        "19 quiet days now; the current run is 2, the longest 17.\n");
}

TEST_CASE("contact edit takes a break back, and gives its day back", "[contact_edit]") {
  WithSlip app;
  CHECK(app.run({"contact", "edit", "1", "--in"}).err ==
        "Changed 1: text message, from them, not answered, Thu 12 Nov 2026 21:00, 8 days ago.\n"
        "20 quiet days now; the current run is 20, the longest 20.\n"
        "The review opens on Monday, 30 November 2026.\n");
}

TEST_CASE("contact edit puts a contact under an exception and out from under it",
          "[contact_edit]") {
  WithSlip app;
  app.run({"contact", "edit", "1", "--exception", "children"});
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "20/30\n");
  app.run({"contact", "edit", "1", "--no-exception"});
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "19/30\n");
}

TEST_CASE("contact edit of a note changes no number", "[contact_edit]") {
  WithSlip app;
  CHECK(app.run({"contact", "edit", "1", "--note", "late"}).err ==
        "Changed 1: text message, from you, Thu 12 Nov 2026 21:00, 8 days ago.\n"
        "No number changes.\n");
  CHECK(app.run({"contact", "list"}).out ==
        "   1  Thu 12 Nov 2026  text message, from you  *\n      late\n");
}
