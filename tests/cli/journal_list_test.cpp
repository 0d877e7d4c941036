#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/hostile_texts.hpp"

using namespace lull;
using namespace lull::test;

namespace {

// Four entries on known days: 1 is of last year, 4 the newest.
void write_some(App& app) {
  app.run({"begin"});
  app.run({"journal", "add", "--at", "2025-11-20 10:00", "--mood", "2", "--tag", "sleep",
           "A year ago I slept badly."});
  app.run({"journal", "add", "--at", "2026-10-31 20:00", "--mood", "4", "--feel", "sad",
           "Halloween without us. #Autumn"});
  app.run({"journal", "add", "--at", "2026-11-18 09:00", "--unsent", "--star", "Dear you,\n\nno."});
  app.run({"journal", "add", "--at", "2026-11-20 09:30", "--mood", "7", "--tag", "sleep", "--tag",
           "Work", "Slept well at last."});
}

std::string ids_of(const Outcome& outcome) {
  std::string ids;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) {
    ids += (ids.empty() ? "" : " ") + line.substr(line.find_first_not_of(' '), 1);
  }
  return ids;
}

std::string listed(App& app, std::vector<std::string> options) {
  options.insert(options.begin(), {"journal", "list", "--format", "short"});
  return ids_of(app.run(std::move(options)));
}

void require_usage(App& app, std::vector<std::string> options, const std::string& err) {
  options.insert(options.begin(), {"journal", "list"});
  const Outcome outcome = app.run(std::move(options));
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == err);
}

}  // namespace

TEST_CASE("journal list says that there is no journal yet", "[JournalList]") {
  App app;
  const Outcome outcome = app.run({"journal", "list"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err ==
        "lull: could not open the journal: there is none yet\n      lull --data FOLDER begin\n");
}

TEST_CASE("journal list refuses days and moods that are none, before it opens anything",
          "[JournalList]") {
  App app;
  require_usage(app, {"--month", "november"},
                "lull: could not read --month: it takes a year and a month\n"
                "      for example --month 2026-11\n");
  require_usage(app, {"--on", "today", "--from", "3d"},
                "lull: could not choose the days: two options name them\n"
                "      either --from and --to, or --on, or --month, or --today-in-history\n");
  require_usage(app, {"--from", "yesterday", "--to", "3d"},
                "lull: could not choose the days: --to is before --from\n      lull help dates\n");
  for (const char* mood : {"", "..", "0", "11", "5..3", "a..b", "3...5", "3..5..7", "-1",
                           "3.."
                           "x"}) {
    require_usage(app, {std::string("--mood=") + mood},
                  "lull: could not read --mood: it takes 1 to 10, or a range\n"
                  "      for example --mood 4, --mood 3..5, --mood ..3, --mood 8..\n");
  }
  CHECK(app.run({"journal", "list", "--from", "someday"}).code == 2);
  CHECK(app.run({"journal", "list", "--format", "xml"}).code == 2);
  CHECK(app.run({"journal", "list", "--limit", "-1"}).code == 2);
}

TEST_CASE("journal list answers 1 when nothing fits, with an empty list in JSON", "[JournalList]") {
  App app;
  app.run({"begin"});
  const Outcome text = app.run({"journal", "list"});
  CHECK(text.code == 1);
  CHECK(text.out.empty());
  CHECK(text.err == "No entry fits.\n");
  const Outcome json = app.run({"journal", "list", "--format", "json"});
  CHECK(json.code == 1);
  CHECK(json.out == "{\n  \"format\": \"lull.journal/1\",\n  \"entries\": []\n}\n");
}

TEST_CASE("journal list chooses by day, tag, feeling, mood, kind, star and text", "[JournalList]") {
  App app;
  write_some(app);
  CHECK(listed(app, {}) == "4 3 2 1");
  CHECK(listed(app, {"--reverse"}) == "1 2 3 4");
  CHECK(listed(app, {"--limit", "2"}) == "4 3");
  CHECK(listed(app, {"-n", "1", "--reverse"}) == "1");
  CHECK(listed(app, {"--limit", "0"}) == "");
  CHECK(listed(app, {"--from", "2026-10-31"}) == "4 3 2");
  CHECK(listed(app, {"--to", "2026-10-31"}) == "2 1");
  CHECK(listed(app, {"--from", "2w", "--to", "yesterday"}) == "3");
  CHECK(listed(app, {"--on", "2026-11-18"}) == "3");
  CHECK(listed(app, {"--month", "2026-11"}) == "4 3");
  CHECK(listed(app, {"--today-in-history"}) == "1");
  CHECK(listed(app, {"--tag", "sleep"}) == "4 1");
  CHECK(listed(app, {"--tag", "#SLEEP", "--tag", "work"}) == "4");
  CHECK(listed(app, {"--tag", "autumn"}) == "2");
  CHECK(listed(app, {"--not-tag", "sleep"}) == "3 2");
  CHECK(listed(app, {"--feel", "Sad"}) == "2");
  CHECK(listed(app, {"--mood", "4"}) == "2");
  CHECK(listed(app, {"--mood", "2..4"}) == "2 1");
  CHECK(listed(app, {"--mood", "..3"}) == "1");
  CHECK(listed(app, {"--mood", "3.."}) == "4 2");
  CHECK(listed(app, {"--star"}) == "3");
  CHECK(listed(app, {"--kind", "letter"}) == "3");
  CHECK(listed(app, {"--contains", "SLEPT"}) == "4 1");
  CHECK(listed(app, {"--contains", "SLEPT", "--from", "2026-01-01"}) == "4");
}

TEST_CASE("journal list shows entries whole, short, as JSON and as Markdown", "[JournalList]") {
  App app;
  write_some(app);
  CHECK(app.run({"journal", "list", "--from", "2026-11-18"}).out ==
        "4  Fri 20 Nov 2026 09:30  mood 7  #sleep  #Work  entered later\n"
        "Slept well at last.\n"
        "\n"
        "3  Wed 18 Nov 2026 09:00  unsent letter  *  entered later\n"
        "Dear you,\n"
        "\n"
        "no.\n");
  CHECK(app.run({"journal", "list", "--from", "2026-11-18", "--format", "short"}).out ==
        "   4  2026-11-20  Slept well at last.\n"
        "   3  2026-11-18  Dear you, no.\n");
  CHECK(app.run({"journal", "list", "--from", "2026-11-18", "--format", "markdown"}).out ==
        "## Friday, 20 November 2026 09:30\n"
        "\n"
        "number 4, mood 7, #sleep, #Work, entered later\n"
        "\n"
        "Slept well at last.\n"
        "\n"
        "## Wednesday, 18 November 2026 09:00\n"
        "\n"
        "number 3, unsent letter, \\*, entered later\n"
        "\n"
        "Dear you,\n"
        "\n"
        "no.\n");
  const Outcome json = app.run({"journal", "list", "--star", "--format", "json"});
  CHECK(json.code == 0);
  CHECK_THAT(json.out, Catch::Matchers::ContainsSubstring("\"text\": \"Dear you,\\n\\nno.\""));
}

TEST_CASE("A discreet list shows no word of the person's, in any format", "[JournalList]") {
  App app;
  write_some(app);
  for (const char* format : {"text", "short", "json", "markdown"}) {
    INFO(format);
    const Outcome outcome = app.run({"journal", "list", "--discreet", "--format", format});
    CHECK(outcome.code == 0);
    for (const char* word : {"lept", "Dear", "Halloween", "sleep", "Work", "sad", "Autumn"}) {
      INFO(word);
      CHECK(outcome.out.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("Nothing in an entry reaches the screen raw", "[JournalList]") {
  App app;
  app.run({"begin"});
  for (const std::string& text : hostile_texts()) {
    REQUIRE(app.run_with_input({"journal", "add", "--feel", text, "--tag", text}, text).code == 0);
  }
  for (const char* format : {"text", "short", "json", "markdown"}) {
    INFO(format);
    const Outcome outcome = app.run({"journal", "list", "--format", format});
    CHECK(outcome.code == 0);
    require_visible(outcome.out);
    const Outcome shown = app.run(
        {"journal", "show", "1", "--format", std::string(format) == "short" ? "text" : format});
    require_visible(shown.out);
  }
}

TEST_CASE("Text is inert in Markdown", "[JournalList]") {
  App app;
  app.run({"begin"});
  app.run_with_input({"journal", "add"},
                     "# heading\n---\nSetext\n===\n\n\n    four *spaces*\n<b>x</b>\n1. one\n");
  CHECK(app.run({"journal", "list", "--format", "markdown"}).out ==
        "## Friday, 20 November 2026 22:00\n"
        "\n"
        "number 1\n"
        "\n"
        "\\# heading\\\n"
        "\\---\\\n"
        "Setext\\\n"
        "\\===\n"
        "\n"
        "four \\*spaces\\*\\\n"
        "&lt;b\\>x&lt;/b\\>\\\n"
        "1\\. one\n");
}
