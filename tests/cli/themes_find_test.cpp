#include "lull/base/file.hpp"
#include "lull/base/json.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

TEST_CASE("themes find refuses a file that is not there and a line without a text",
          "[themes_find]") {
  App app;
  const Outcome missing = app.run({"themes", "find", "/nowhere/at/all"});
  CHECK(missing.code == 1);
  CHECK(missing.err == "lull: could not read the file: there is none of that name\n");
  const Outcome line = app.run_with_input({"themes", "find", "--jsonl"}, "{\"id\": \"1\"}\n");
  CHECK(line.code == 2);
  CHECK_THAT(line.err, Catch::Matchers::StartsWith(
                           "lull: could not read line 1: it lacks an \"id\" or a \"text\"\n"));
  CHECK(app.run_with_input({"themes", "find"}, "\xff").code == 2);
}

TEST_CASE("themes find names the sentence and the words that decided, and keeps nothing",
          "[themes_find]") {
  App app;
  const std::string text = "It rained. We had the same fight every week.";
  const Outcome outcome = app.run_with_input({"themes", "find", "-", "--format", "json"}, text);
  CHECK(outcome.code == 0);
  const JsonValue json = parse_json(outcome.out, "themes");
  REQUIRE(json.find("themes")->as_array()->size() == 1);
  const JsonValue& theme = json.find("themes")->as_array()->front();
  CHECK(*theme.find("id")->as_string() == "conflict");
  const JsonValue& evidence = theme.find("evidence")->as_array()->front();
  CHECK(*evidence.find("sentence")->as_string() == "We had the same fight every week.");
  CHECK(*evidence.find("begin")->as_integer() == 11);
  CHECK(!evidence.find("words")->as_array()->empty());
  CHECK(!std::filesystem::exists(app.data()));
}

TEST_CASE("themes find says when no reason is stated, and that it is normal", "[themes_find]") {
  App app;
  const Outcome outcome = app.run_with_input({"themes", "find"}, "I walked by the river.");
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "No reason is stated here. That is a normal result.\n");
}

TEST_CASE("themes find gives a long answer whole, and strengths with three digits at most",
          "[themes_find]") {
  App app;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "We had the same fight every week and he never listened. ";
  const Outcome outcome = app.run_with_input({"themes", "find", "--format", "json"}, text);
  CHECK(outcome.out.size() > 200'000);
  const JsonValue json = parse_json(outcome.out, "themes");
  for (const JsonValue& theme : *json.find("themes")->as_array())
    CHECK(theme.find("evidence")->as_array()->size() == 2000);
  std::size_t strengths = 0;
  for (std::size_t at = 0; (at = outcome.out.find("\"strength\": 0.", at)) != std::string::npos;
       ++strengths) {
    at += std::string("\"strength\": 0.").size();
    if (outcome.out.find_first_not_of("0123456789", at) - at > 3) FAIL(outcome.out.substr(at, 30));
  }
  CHECK(strengths > 4000);
}

TEST_CASE("themes find answers a line for a line", "[themes_find]") {
  App app;
  const Outcome outcome =
      app.run_with_input({"themes", "find", "--jsonl"},
                         "{\"id\": \"a\", \"text\": \"We never talked.\"}\n\n{\"id\": \"b\", "
                         "\"text\": \"It rained.\"}\n");
  CHECK(outcome.code == 0);
  const std::size_t end = outcome.out.find('\n');
  const JsonValue first = parse_json(outcome.out.substr(0, end), "first");
  CHECK(*first.find("id")->as_string() == "a");
  CHECK(*first.find("themes")->as_array()->front().find("id")->as_string() == "communication");
  CHECK(outcome.out.substr(end + 1) == "{\"id\":\"b\",\"themes\":[]}\n");
}

TEST_CASE("themes find reads the person's own codebook", "[themes_find]") {
  App app;
  const auto config = app.home() / "config.toml";
  write_file_atomically(config, "");
  write_file_atomically(app.home() / "codebook.toml", "[distance.own]\nsay = \"wander zebra\"\n");
  const Outcome outcome = app.run_with_input(
      {"--config", config.string(), "themes", "find", "--format", "json"}, "We wandered zebras.");
  CHECK_THAT(outcome.out, Catch::Matchers::ContainsSubstring("distance"));
}
