#include <fstream>

#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

namespace {

void write_some(App& app) {
  app.run({"begin"});
  app.run(
      {"journal", "add", "--at", "2026-11-18 09:00", "--mood", "4", "--tag", "sleep", "Slept."});
  app.run({"journal", "add", "--at", "2026-11-20 09:30", "--star", "Esc \x1b[31m and\ttab\n"});
}

std::string without_uids(std::string text) {
  for (std::size_t at = 0; (at = text.find("\"uid\":", at)) != std::string::npos; ++at) {
    const std::size_t begin = text.find('"', at + 6) + 1;
    text.erase(begin, 32);
  }
  return text;
}

}  // namespace

TEST_CASE("journal export says that there is no journal yet", "[JournalExport]") {
  App app;
  const Outcome outcome = app.run({"journal", "export"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "lull: could not open the journal: there is none yet\n      lull --data FOLDER begin\n");
}

TEST_CASE("journal export refuses a format that is none", "[JournalExport]") {
  App app;
  CHECK(app.run({"journal", "export", "--format", "pdf"}).code == 2);
}

TEST_CASE("journal export keeps the old file where no entry fits", "[JournalExport]") {
  App app;
  write_some(app);
  const auto file = app.home() / "out.json";
  std::ofstream(file) << "old";
  const Outcome outcome =
      app.run({"journal", "export", "--tag", "none", "--output", file.string()});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not export: no entry fits\n"
        "      nothing was written; lull journal list shows what there is\n");
  CHECK(read_file(file) == "old");
}

TEST_CASE("journal export says when it can't write the file", "[JournalExport]") {
  App app;
  write_some(app);
  const Outcome outcome =
      app.run({"journal", "export", "--output", (app.home() / "no/where").string()});
  CHECK(outcome.code == 6);
  CHECK(outcome.out.empty());
}

TEST_CASE("journal export gives an empty list and says that no entry fits", "[JournalExport]") {
  App app;
  write_some(app);
  const Outcome outcome = app.run({"journal", "export", "--tag", "none"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out == "{\n  \"format\": \"lull.journal/1\",\n  \"entries\": []\n}\n");
  CHECK(outcome.err == "No entry fits.\n");
}

TEST_CASE("journal export gives the same JSON as journal list, oldest first", "[JournalExport]") {
  App app;
  write_some(app);
  const Outcome outcome = app.run({"journal", "export"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out == app.run({"journal", "list", "--reverse", "--format", "json"}).out);
}

TEST_CASE("journal export writes one entry a line", "[JournalExport]") {
  App app;
  write_some(app);
  CHECK(without_uids(
            app.run({"journal", "export", "--format", "jsonl", "--from", "2026-11-20"}).out) ==
        R"({"id":2,"uid":"","at":"2026-11-20T09:30:00+00:00","zone":"UTC","day":"2026-11-20",)"
        R"("written":1795212000,"kind":"page","mood":null,"feelings":[],"tags":[],"starred":true,)"
        R"("prompt":"","text":"Esc \u001b[31m and\ttab\n"})"
        "\n");
}

TEST_CASE("journal export writes pages that can be read as they are", "[JournalExport]") {
  App app;
  write_some(app);
  const std::string markdown = app.run({"journal", "export", "--format", "markdown"}).out;
  CHECK(markdown.find(" -->\n## Wednesday, 18 November 2026, 09:00\n\nSlept.\n\n<!-- lull {") !=
        std::string::npos);
  CHECK(markdown.ends_with("Esc \x1b[31m and\ttab\n\n"));
  const std::string text = app.run({"journal", "export", "--format", "text"}).out;
  CHECK(text.starts_with("=== 2026-11-18T09:00:00+00:00\nuid: "));
  CHECK(text.find("\nzone: UTC\nday: 2026-11-18\nwritten: 1795212000\nkind: page\nmood: 4\n"
                  "tags: sleep\n\nSlept.\n\n=== ") != std::string::npos);
}

TEST_CASE("journal export writes a table", "[JournalExport]") {
  App app;
  write_some(app);
  const std::string csv = app.run({"journal", "export", "--format", "csv"}).out;
  CHECK(csv.starts_with("uid,at,zone,day,written,kind,mood,feelings,tags,starred,prompt,text\n"));
  CHECK(csv.find(
            ",2026-11-18T09:00:00+00:00,UTC,2026-11-18,1795212000,page,4,,sleep,false,,Slept.\n") !=
        std::string::npos);
  CHECK(csv.ends_with(",,true,,\"Esc \x1b[31m and\ttab\n\"\n"));
}

TEST_CASE("journal export writes a file that its owner alone can read", "[JournalExport]") {
  App app;
  write_some(app);
  const auto file = app.home() / "out.json";
  std::ofstream(file) << "old";
  const Outcome outcome = app.run({"journal", "export", "-o", file.string(), "--tag", "sleep"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "1 entry written to " + file.string() + ", readable by you alone and not locked.\n");
  CHECK(read_file(file) == app.run({"journal", "export", "--tag", "sleep"}).out);
  CHECK(std::filesystem::status(file).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}
