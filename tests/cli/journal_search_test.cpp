#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/hostile_texts.hpp"

using namespace lull;
using namespace lull::test;

namespace {

void write_some(App& app) {
  app.run({"begin"});
  app.run({"journal", "add", "--at", "2026-11-01 10:00", "--tag", "night",
           "It rained. I could not sleep at all! Then it was day."});
  app.run({"journal", "add", "--at", "2026-11-10 10:00", "Sleeping is easier. No dreams."});
  app.run({"journal", "add", "--at", "2026-11-19 10:00", "A dream in my sleep, sleep, sleep."});
}

}  // namespace

TEST_CASE("journal search says what it lacks", "[JournalSearch]") {
  App app;
  const Outcome none = app.run({"journal", "search", "-", "*"});
  CHECK(none.code == 2);
  CHECK(none.err ==
        "lull: could not search: there is nothing to look for\n"
        "      for example lull journal search sleep, '\"good night\"', sleep -dream, sle*\n");
  CHECK(app.run({"journal", "search", "sleep"}).code == 1);
  app.run({"begin"});
  const Outcome nothing = app.run({"journal", "search", "sleep"});
  CHECK(nothing.code == 1);
  CHECK(nothing.err == "Nothing was found.\n");
  CHECK(app.run({"journal", "search", "x", "--mood", "12"}).code == 2);
  CHECK(app.run({"journal", "search", "x", "--frm", "3d"}).code == 2);
}

TEST_CASE("journal search shows the hit in its sentence", "[JournalSearch]") {
  App app;
  write_some(app);
  const Outcome outcome = app.run({"journal", "search", "SLEEP", "--to", "2026-11-10"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out ==
        "2  Tue 10 Nov 2026 10:00  entered later\n"
        "  [Sleeping] is easier.\n"
        "\n"
        "1  Sun 1 Nov 2026 10:00  #night  entered later\n"
        "  I could not [sleep] at all!\n");
  CHECK(app.run({"journal", "search", "sleep", "--format", "short"}).out ==
        "   3  2026-11-19  A dream in my [sleep], [sleep], [sleep].\n"
        "   2  2026-11-10  [Sleeping] is easier.\n"
        "   1  2026-11-01  I could not [sleep] at all!\n");
}

TEST_CASE("journal search leaves out, ranks, turns round and filters", "[JournalSearch]") {
  App app;
  write_some(app);
  const auto ids = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"journal", "search", "--format", "short"});
    std::istringstream lines(app.run(words).out);
    std::string found;
    for (std::string line; std::getline(lines, line);) found += line.substr(3, 1);
    return found;
  };
  CHECK(ids({"sleep", "-dream"}) == "1");
  CHECK(ids({"--", "sleep", "-dream"}) == "1");
  CHECK(ids({"sleep -dream"}) == "1");
  CHECK(ids({"-dream"}) == "1");
  CHECK(ids({"-\"my sleep\"", "sleep"}) == "21");
  CHECK(ids({"slee*"}) == "321");
  CHECK(ids({"sleep", "-n1"}) == "3");
  CHECK(ids({"sleep", "-n", "2"}) == "32");
  CHECK(ids({"sleep", "--reverse"}) == "123");
  CHECK(ids({"sleep", "--rank"}).front() == '3');
  CHECK(ids({"sleep", "--tag", "night"}) == "1");
  CHECK(ids({"sleep", "--limit", "0"}).empty());
}

TEST_CASE("journal search answers in JSON and Markdown", "[JournalSearch]") {
  App app;
  write_some(app);
  const Outcome json = app.run({"journal", "search", "rained", "--format", "json"});
  CHECK(json.code == 0);
  CHECK_THAT(json.out, Catch::Matchers::ContainsSubstring("\"format\": \"lull.search/1\""));
  CHECK_THAT(json.out,
             Catch::Matchers::ContainsSubstring("\"sentence\": \"It rained.\",\n      \"matches\": "
                                                "[\n        \"rained\"\n      ]"));
  const Outcome none = app.run({"journal", "search", "absent", "--format", "json"});
  CHECK(none.code == 1);
  CHECK(none.out == "{\n  \"format\": \"lull.search/1\",\n  \"results\": []\n}\n");
  CHECK(app.run({"journal", "search", "rained", "--format", "markdown"}).out ==
        "## Sunday, 1 November 2026 10:00\n"
        "\n"
        "number 1, #night, entered later\n"
        "\n"
        "It **rained**.\n");
}

TEST_CASE("A long sentence is cut around the hit", "[JournalSearch]") {
  App app;
  app.run({"begin"});
  std::string text;
  for (int i = 0; i < 200; ++i) text += "word ";
  app.run({"journal", "add", text + "needle " + text});
  const Outcome outcome = app.run({"journal", "search", "needle", "--format", "short"});
  CHECK(outcome.out ==
        "   1  2026-11-20  \u2026ord word word word word [needle] word word word word wor\u2026\n");
}

TEST_CASE("A discreet search shows no word", "[JournalSearch]") {
  App app;
  write_some(app);
  for (const char* format : {"text", "short", "json", "markdown"}) {
    const Outcome outcome =
        app.run({"journal", "search", "sleep", "--discreet", "--format", format});
    INFO(format);
    CHECK(outcome.code == 0);
    CHECK(outcome.out.find("leep") == std::string::npos);
    CHECK(outcome.out.find("night") == std::string::npos);
  }
}

TEST_CASE("What is found never reaches the screen raw, and is colored only where asked",
          "[JournalSearch]") {
  App app;
  app.run({"begin"});
  for (const std::string& text : hostile_texts()) {
    REQUIRE(app.run_with_input({"journal", "add"}, "here " + text).code == 0);
  }
  for (const char* format : {"text", "short", "json", "markdown"}) {
    INFO(format);
    const Outcome outcome = app.run({"journal", "search", "here", "--format", format});
    CHECK(outcome.code == 0);
    require_visible(outcome.out);
  }
  const Outcome colored = app.run({"journal", "search", "isolates", "--color", "always"});
  CHECK_THAT(colored.out, Catch::Matchers::ContainsSubstring("\x1b[1m[isolates]\x1b[0m"));
}

TEST_CASE("No search word is repeated in a message", "[JournalSearch]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"journal", "search", "zanzibar"});
  CHECK((outcome.out + outcome.err).find("zanzibar") == std::string::npos);
}
