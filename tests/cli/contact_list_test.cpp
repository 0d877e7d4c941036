#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

struct WithContacts : App {
  WithContacts() {
    run({"begin", "--from", "20d", "--exception", "children"});
    run({"contact", "add", "text", "--out", "--at", "8d 21:00", "--note",
         "=1+1, \"she\" said\nso"});
    run({"contact", "add", "call", "--both", "--at", "5d", "--exception", "children"});
    run({"contact", "add", "visit", "--both", "--at", "3d", "--until", "2d", "--note", "-x"});
  }
};

}  // namespace

TEST_CASE("contact list says so when there is none", "[contact_list]") {
  App app;
  app.run({"begin"});
  Outcome outcome = app.run({"contact", "list"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "No contact is recorded.\n");
  outcome = app.run({"contact", "list", "--format", "csv"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out ==
        "id,at,first_day,last_day,written_down,channel,direction,exception,broke_silence,note\n");
  CHECK(outcome.err.empty());
  CHECK(app.run({"contact", "list", "--format", "xml"}).code == 2);
}

TEST_CASE("contact list shows each contact, oldest first, with a mark where it broke",
          "[contact_list]") {
  WithContacts app;
  const Outcome outcome = app.run({"contact", "list"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "   1  Thu 12 Nov 2026  text message, from you  *\n"
        "      =1+1, \"she\" said so\n"
        "   2  Sun 15 Nov 2026  phone call, both ways (children)\n"
        "   3  Tue 17 Nov 2026 to Wed 18 Nov 2026  visit, both ways  *\n"
        "      -x\n");
  CHECK(outcome.err == "* broke the silence\n");
}

TEST_CASE("contact list keeps to the days that are asked for", "[contact_list]") {
  WithContacts app;
  CHECK(app.run({"contact", "list", "--from", "2d"}).out ==
        "   3  Tue 17 Nov 2026 to Wed 18 Nov 2026  visit, both ways  *\n      -x\n");
  CHECK(app.run({"contact", "list", "--from", "6d", "--to", "4d"}).out ==
        "   2  Sun 15 Nov 2026  phone call, both ways (children)\n");
  CHECK(app.run({"contact", "list", "--from", "soon"}).code == 2);
}

TEST_CASE("contact list as CSV is an incident log that no spreadsheet runs", "[contact_list]") {
  WithContacts app;
  const Outcome outcome = app.run({"contact", "list", "--format", "csv"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "id,at,first_day,last_day,written_down,channel,direction,exception,broke_silence,note\n"
        "1,2026-11-12T21:00:00+00:00,2026-11-12,2026-11-12,2026-11-20T22:00:00+00:00,text,out,,yes,"
        "\"'=1+1, \"\"she\"\" said\nso\"\n"
        "2,2026-11-15T12:00:00+00:00,2026-11-15,2026-11-15,2026-11-20T22:00:00+00:00,call,both,"
        "children,no,\n"
        "3,2026-11-17T12:00:00+00:00,2026-11-17,2026-11-18,2026-11-20T22:00:00+00:00,visit,both,,"
        "yes,'-x\n");
  CHECK(outcome.err.empty());
}

TEST_CASE("contact list as JSON holds every field", "[contact_list]") {
  WithContacts app;
  const Outcome outcome = app.run({"contact", "list", "--format", "json", "--from", "2d"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == R"({
  "format": "lull.contacts/1",
  "contacts": [
    {
      "id": 3,
      "at": "2026-11-17T12:00:00+00:00",
      "day": "2026-11-17",
      "last_day": "2026-11-18",
      "written": "2026-11-20T22:00:00+00:00",
      "channel": "visit",
      "direction": "both",
      "breaks": true,
      "exception": "",
      "note": "-x"
    }
  ]
}
)");
}

TEST_CASE("contact list shows no words when discreet, but a file gets all of them",
          "[contact_list]") {
  WithContacts app;
  app.terminal.interactive = true;
  CHECK(app.run({"contact", "list", "--discreet"}).out ==
        "   1  Thu 12 Nov 2026  text message, from you  *\n"
        "   2  Sun 15 Nov 2026  phone call, both ways (an exception)\n"
        "   3  Tue 17 Nov 2026 to Wed 18 Nov 2026  visit, both ways  *\n");
  for (const char* format : {"json", "csv"}) {
    const std::string shown = app.run({"contact", "list", "--discreet", "--format", format}).out;
    CHECK(shown.find("said") == std::string::npos);
    CHECK(shown.find("children") == std::string::npos);
  }
  app.terminal.interactive = false;
  CHECK(app.run({"contact", "list", "--discreet", "--format", "csv"}).out.find("said") !=
        std::string::npos);
}

TEST_CASE("contact list shows no control characters of a note", "[contact_list]") {
  App app;
  app.run({"begin"});
  app.run({"contact", "add", "text", "--in", "--note", "\x1b[31mred"});
  CHECK(app.run({"contact", "list"}).out ==
        "   1  Fri 20 Nov 2026  text message, from them, not answered\n      ␛[31mred\n");
}
