#include <algorithm>
#include <sstream>

#include "lull/app/config.hpp"
#include "lull/cli/command.hpp"
#include "lull/cli/help_text.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

using Words = std::vector<std::string>;

// The answers for what is typed, meanings cut off; the last word is the one being typed.
Words answers(App& app, Words typed, const std::string& shell = "fish") {
  typed.insert(typed.begin(), {"completion", shell, "--"});
  const Outcome outcome = app.run(typed);
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  std::istringstream lines(outcome.out);
  Words found;
  for (std::string line; std::getline(lines, line);) {
    found.push_back(line[0] == '\t' ? line : line.substr(0, line.find('\t')));
  }
  return found;
}

bool holds(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

TEST_CASE("completion refuses what it cannot write", "[completion]") {
  App app;
  Outcome outcome = app.run({"completion"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err ==
        "lull: could not write the script: no shell was named\n"
        "      lull completion bash, zsh, or fish\n");
  outcome = app.run({"completion", "fisch"});
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring("did you mean fish?"));
}

TEST_CASE("completion writes a script for each shell", "[completion]") {
  App app;
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Outcome outcome = app.run({"completion", shell});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out,
               Catch::Matchers::ContainsSubstring(std::string("completion ") + shell + " -- "));
  }
}

TEST_CASE("every command and every option is completed", "[completion]") {
  App app;
  for (const Command& command : command_table()) {
    CAPTURE(command.name);
    std::istringstream name{std::string(command.name)};
    Words typed{"lull"};
    for (std::string word; name >> word;) {
      Words partial = typed;
      partial.push_back(word.substr(0, 1));
      CHECK(holds(answers(app, partial), word));
      typed.push_back(word);
    }
    typed.emplace_back("-");
    const Words offered = answers(app, typed);
    Options options;
    GlobalOptions global;
    command.bind(options);
    bind_global_options(options, global);
    for (const OptionSpec& spec : options.specs()) {
      if (!spec.is_word()) CHECK(holds(offered, spec.names.front()));
    }
    CHECK(holds(offered, "--help"));
  }
}

TEST_CASE("short ways and the other names of the program are completed", "[completion]") {
  App app;
  CHECK(holds(answers(app, {"lull", "wr"}), "write"));
  CHECK(holds(answers(app, {"lull", "add", "--mo"}), "--mood"));
  CHECK(holds(answers(app, {"/usr/bin/journal", "se"}), "search"));
  CHECK(holds(answers(app, {"streak", "status", "--ex"}), "--explain"));
  CHECK(answers(app, {"lull", "frobnicate", "x"}).empty());
  CHECK(answers(app, {"lull"}).empty());
}

TEST_CASE("an option is offered once, unless it may be repeated", "[completion]") {
  App app;
  const Words offered = answers(app, {"lull", "add", "--star", "--tag", "sleep", "--"});
  CHECK_FALSE(holds(offered, "--star"));
  CHECK(holds(offered, "--tag"));
  CHECK(answers(app, {"lull", "add", "--", "--st"}).empty());
}

TEST_CASE("values are completed", "[completion]") {
  App app;
  CHECK(answers(app, {"lull", "contact", "add", "fl"}) == Words{"flowers"});
  CHECK(answers(app, {"lull", "--color", "al"}) == Words{"always"});
  CHECK(answers(app, {"lull", "review", "--format", "h"}) == Words{"html"});
  CHECK(answers(app, {"lull", "review", "--format=h"}) == Words{"--format=html"});
  CHECK(answers(app, {"lull", "review", "--format", "=", "h"}, "bash") == Words{"html"});
  CHECK(answers(app, {"lull", "review", "--format", "="}, "bash").size() == 4);
  CHECK(answers(app, {"lull", "themes", "confirm", "mo"}) == Words{"money_work"});
  CHECK(answers(app, {"lull", "config", "set", "screen.d"}) == Words{"screen.discreet"});
  CHECK(answers(app, {"lull", "config", "set", "screen.discreet", ""}).empty());
  CHECK(answers(app, {"lull", "journal", "list", "--from", "yes"}) == Words{"yesterday"});
  CHECK(answers(app, {"lull", "review", "--output", ""}) == Words{"\tfiles"});
  CHECK(answers(app, {"lull", "--data", ""}) == Words{"\tfolders"});
  CHECK(answers(app, {"lull", "help", "saf"}) == Words{"safety"});
  CHECK(answers(app, {"lull", "help", "journal", "ta"}) == Words{"tags"});
  CHECK(answers(app, {"lull", "streak", "exceptions", "re"}) == Words{"remove"});
  CHECK(answers(app, {"lull", "completion", "z"}) == Words{"zsh"});
}

TEST_CASE("tags, numbers and exceptions come from the journal", "[completion]") {
  App app;
  CHECK(answers(app, {"lull", "journal", "show", ""}).empty());
  CHECK_FALSE(std::filesystem::exists(app.data()));
  app.run({"begin", "--exception", "children"});
  app.run({"journal", "add", "--tag", "sleep", "The first page."});
  app.run({"journal", "add", "The second page."});
  app.run({"journal", "delete", "1", "--yes"});
  CHECK(answers(app, {"lull", "journal", "show", ""}) == Words{"2"});
  CHECK(answers(app, {"lull", "journal", "restore", ""}) == Words{"1"});
  app.run({"journal", "restore", "1"});
  CHECK(answers(app, {"lull", "journal", "list", "--tag", ""}) == Words{"sleep"});
  CHECK(holds(answers(app, {"lull", "contact", "add", "text", "--exception", "ch"}), "children"));
  const Outcome outcome = app.run({"completion", "fish", "--", "lull", "journal", "show", ""});
  CHECK_THAT(outcome.out,
             Catch::Matchers::ContainsSubstring("2\tFri 20 Nov 2026: The second page.\n"));
}

TEST_CASE("completion shows no word of the journal where others look on", "[completion]") {
  App app;
  app.run({"begin", "--exception", "children"});
  app.run({"journal", "add", "--tag", "sleep", "The first page."});
  const Words words{"completion", "fish", "--", "lull", "journal", "show", ""};
  app.environment.set("LULL_SCREEN_DISCREET", "true");
  CHECK(app.run(words).out == "1\tFri 20 Nov 2026\n");
  CHECK(answers(app, {"lull", "journal", "list", "--tag", ""}).empty());
  CHECK_FALSE(
      holds(answers(app, {"lull", "contact", "add", "text", "--exception", "ch"}), "children"));
  app.environment = Environment();
  app.environment.set("HOME", app.home().string());
  CHECK(app.run({"completion", "fish", "--", "lull", "--discreet", "journal", "show", ""}).out ==
        "1\tFri 20 Nov 2026\n");
}

TEST_CASE("completion looks where the line says the journal is", "[completion]") {
  App app;
  app.name_data = false;
  const std::string other = (app.home() / "other").string();
  app.run({"--data", other, "begin"});
  app.run({"--data", other, "journal", "add", "A page elsewhere."});
  CHECK(answers(app, {"lull", "journal", "show", ""}).empty());
  CHECK(answers(app, {"lull", "--data", other, "journal", "show", ""}) == Words{"1"});
  CHECK(answers(app, {"lull", "--data=~/other", "journal", "show", ""}) == Words{"1"});
}

TEST_CASE("completion says nothing of a journal that cannot be read", "[completion]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "A page."});
  CHECK(answers(app, {"lull", "journal", "show", ""}) == Words{"1"});
  std::filesystem::permissions(app.data() / "lull.db", std::filesystem::perms::owner_all |
                                                           std::filesystem::perms::others_read);
  CHECK(answers(app, {"lull", "journal", "show", ""}).empty());
}
