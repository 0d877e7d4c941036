#include <fstream>

#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

namespace {

constexpr auto kTwo = "[2026-01-02 21:30] A title.\nThe body.\n\n[2026-01-03 08:00] Second #sea\n";

std::string write_file(App& app, const std::string& name, const std::string& bytes) {
  std::ofstream(app.home() / name) << bytes;
  return (app.home() / name).string();
}

}  // namespace

TEST_CASE("journal import says what to name", "[JournalImport]") {
  App app;
  const Outcome outcome = app.run({"journal", "import"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not import: no file is named\n"
        "      lull journal import FILE, a folder, or - for standard input\n");
}

TEST_CASE("journal import says that a file is not there", "[JournalImport]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"journal", "import", "gone.json"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "lull: could not import gone.json: there is no such file\n");
}

TEST_CASE("journal import asks for the form that it can't see", "[JournalImport]") {
  App app;
  app.run({"begin"});
  const std::string file = write_file(app, "words", "only words\n");
  const Outcome outcome = app.run({"journal", "import", file});
  CHECK(outcome.code == 2);
  CHECK(outcome.err == "lull: could not import " + file +
                           ": it is of no known form\n"
                           "      say which with --from-format\n");
}

TEST_CASE("journal import stops at a bad record and takes in nothing", "[JournalImport]") {
  App app;
  app.run({"begin"});
  const std::string file = write_file(
      app, "f.txt", "=== 2026-01-02T03:04:05Z\n\ngood\n\n=== 2026-13-02T03:04:05Z\n\nbad\n");
  const Outcome outcome = app.run({"journal", "import", file});
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "lull: could not import " + file +
                           ": line 5: \"at\" is no moment such as 2026-11-20T22:30:00+01:00\n"
                           "      nothing was taken in; correct it and try again\n");
  CHECK(app.run({"journal", "list"}).code == 1);
}

TEST_CASE("journal import makes no journal where one was named", "[JournalImport]") {
  App app;
  const std::string file = write_file(app, "diary.txt", kTwo);
  CHECK(app.run({"journal", "import", file}).code == 1);
  CHECK_FALSE(std::filesystem::exists(app.data()));
}

TEST_CASE("an interrupted journal import takes in nothing", "[JournalImport]") {
  App app;
  app.run({"begin"});
  app.terminal.interrupt = true;
  CHECK(app.run_with_input({"journal", "import", "-"}, kTwo).code == 130);
  app.terminal.interrupt = false;
  CHECK(app.run({"journal", "list"}).code == 1);
}

TEST_CASE("journal import takes in a file and says how many", "[JournalImport]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"journal", "import", write_file(app, "diary.txt", kTwo)});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "2 entries taken in.\n");
  CHECK(app.run({"journal", "list", "--format", "short", "--tag", "sea"}).out.find("Second") !=
        std::string::npos);
}

TEST_CASE("journal import takes in standard input, and nothing twice", "[JournalImport]") {
  App app;
  app.run({"begin"});
  CHECK(app.run_with_input({"journal", "import", "-"}, kTwo).err == "2 entries taken in.\n");
  const Outcome again = app.run_with_input({"journal", "import", "-"}, kTwo);
  CHECK(again.code == 0);
  CHECK(again.err == "0 entries taken in; 2 were there already.\n");
}

TEST_CASE("journal import --dry-run lists what would come", "[JournalImport]") {
  App app;
  app.run({"begin"});
  const std::string file = write_file(app, "diary.txt", kTwo);
  const Outcome outcome = app.run({"journal", "import", "--dry-run", file});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "2026-01-02T21:30:00+00:00  A title. The body.\n"
        "2026-01-03T08:00:00+00:00  Second #sea\n");
  CHECK(outcome.err == "2 entries would be taken in.\n");
  CHECK(app.run({"journal", "list"}).code == 1);
  CHECK(app.run({"journal", "import", "--dry-run", "--discreet", file}).out ==
        "2026-01-02T21:30:00+00:00\n2026-01-03T08:00:00+00:00\n");
}

TEST_CASE("journal import names what it left out", "[JournalImport]") {
  App app;
  app.run({"begin"});
  const auto folder = app.home() / "diary";
  std::filesystem::create_directory(folder);
  std::ofstream(folder / "2026-01-02.md") << "a page";
  std::ofstream(folder / "notes.md") << "no date";
  const Outcome outcome = app.run({"journal", "import", folder.string()});
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "Left out: " + (folder / "notes.md").string() +
                           ", line 1: there is no date in its name or its front matter\n"
                           "1 entry taken in.\n");
}

TEST_CASE("journal import makes a first journal in the usual place", "[JournalImport]") {
  App app;
  app.name_data = false;
  CHECK(app.run({"journal", "import", write_file(app, "diary.txt", kTwo)}).code == 0);
  CHECK(app.run({"journal", "list"}).code == 0);
}

TEST_CASE("what journal export wrote, journal import takes back", "[JournalImport]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "--mood", "3", "--unsent", "Dear you,\n\n\t\x1b[31mno.\xe2\x80\xae"});
  for (const char* format : {"json", "jsonl", "markdown", "text", "csv"}) {
    const std::string exported = app.run({"journal", "export", "--format", format}).out;
    App other;
    other.run({"begin"});
    CHECK(other.run_with_input({"journal", "import", "-"}, exported).code == 0);
    CHECK(other.run({"journal", "export", "--format", format}).out == exported);
  }
}
