// Under --discreet no command shows a name, a text or a theme, on either stream.
#include <algorithm>

#include "lull/base/file.hpp"
#include "lull/cli/command.hpp"
#include "lull/model/theme.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

// Words that stand nowhere in the program itself.
const std::vector<std::string> kWords{"Zwetschge", "quokka", "umbrellabird", "tagword",
                                      "feelword",  "Xanthe", "Yorick"};

void fill(App& app) {
  app.run({"begin", "--from", "40d", "--alias", "Zwetschge", "--why",
           "We argued about money, quokka.", "--exception", "umbrellabird"});
  app.run({"journal", "add", "We argued about money again. He never listened. quokka #tagword",
           "--feel", "feelword", "--at", "9d", "--star"});
  app.run({"journal", "add", "quokka and money; we argued again.", "--at", "5d", "--unsent"});
  app.run({"journal", "add", "gone quokka"});
  app.run({"journal", "delete", "4", "--yes"});
  app.run({"contact", "add", "text", "--out", "--at", "20d", "--note", "quokka"});
  app.run({"contact", "add", "call", "--in", "--at", "3d", "--note", "quokka"});
  app.run({"urge", "add", "text", "--trigger", "umbrellabird", "--note", "quokka"});
  app.run({"want", "add", "a quokka", "--topic", "home", "--horizon", "umbrellabird"});
  app.run({"themes", "changed", "conflict", "--mine", "yes", "--why", "quokka"});
  app.run({"decide", "--choice", "undecided", "--reason", "quokka"});
  app.run({"checkin", "add", "--happy", "1", "--sad", "2", "--angry", "1", "--tired", "1", "--note",
           "quokka"});
  app.run({"checkin", "add", "--together", "--name", "Xanthe", "--name", "Yorick", "--happy", "1",
           "--happy", "2", "--note", "quokka"});
}

const std::vector<std::vector<std::string>> kCalls{
    {"today"},
    {"begin"},
    {"begin", "--why", "quokka"},
    {"journal", "add", "a quokka #tagword"},
    {"journal", "add", "I want to die, quokka"},
    {"journal", "list"},
    {"journal", "list", "--format", "short"},
    {"journal", "list", "--format", "json"},
    {"journal", "list", "--format", "markdown"},
    {"journal", "show", "1"},
    {"journal", "show", "1", "--format", "json"},
    {"journal", "show", "2", "--format", "markdown"},
    {"journal", "search", "quokka"},
    {"journal", "search", "quokka", "--format", "json"},
    {"journal", "edit", "2", "--mood", "6"},
    {"journal", "delete", "2", "--yes"},
    {"journal", "restore"},
    {"journal", "restore", "2"},
    {"journal", "tags"},
    {"journal", "tags", "--rename", "tagword", "tagword2"},
    {"journal", "stats"},
    {"journal", "stats", "--format", "json"},
    {"journal", "prompts"},
    {"journal", "recover"},
    {"journal", "import", "--dry-run", "-"},
    {"pause"},
    {"pause", "text", "--record", "--trigger", "quokka"},
    {"contact", "add", "call", "--out", "--note", "quokka"},
    {"contact", "list"},
    {"contact", "list", "--format", "csv"},
    {"contact", "list", "--format", "json"},
    {"contact", "edit", "1", "--note", "quokka"},
    {"contact", "edit", "1", "--exception", "umbrellabird"},
    {"contact", "delete", "2", "--yes"},
    {"urge", "add", "text", "--note", "quokka"},
    {"urge", "list"},
    {"urge", "list", "--format", "json"},
    {"streak", "status"},
    {"streak", "status", "--explain"},
    {"streak", "status", "--format", "json", "--explain"},
    {"streak", "history"},
    {"streak", "history", "--format", "json"},
    {"streak", "calendar"},
    {"streak", "extend", "5"},
    {"streak", "exceptions"},
    {"streak", "exceptions", "add", "umbrellabird two"},
    {"streak", "exceptions", "remove", "umbrellabird"},
    {"themes", "list"},
    {"themes", "list", "--format", "json"},
    {"themes", "show", "conflict"},
    {"themes", "find"},
    {"themes", "find", "--format", "json"},
    {"themes", "changed", "conflict", "--theirs", "no", "--why", "quokka"},
    {"themes", "confirm", "conflict"},
    {"themes", "reject", "money_work"},
    {"want", "add", "a quokka", "--topic", "home"},
    {"want", "list"},
    {"want", "list", "--history"},
    {"want", "list", "--format", "json"},
    {"want", "edit", "1", "quokka"},
    {"want", "drop", "1"},
    {"review"},
    {"review", "--preview"},
    {"review", "--preview", "--full"},
    {"review", "--preview", "--format", "markdown"},
    {"review", "--preview", "--format", "html"},
    {"review", "--preview", "--format", "json"},
    {"decide"},
    {"decide", "--choice", "undecided", "--reason", "quokka"},
    {"decide", "list"},
    {"decide", "list", "--format", "json"},
    {"talk", "--plain", "Xanthe", "Yorick"},
    {"talk", "--script"},
    {"talk", "add", "Xanthe", "Yorick", "--turns", "4", "--note", "quokka"},
    {"talk", "list"},
    {"talk", "list", "--format", "json"},
    {"checkin", "add", "--happy", "1", "--note", "quokka"},
    {"checkin", "list"},
    {"checkin", "list", "--format", "json"},
    {"checkin", "due"},
    {"remind"},
    {"config", "list"},
    {"config", "get", "day.start"},
    {"config", "set", "day.start", "04:00"},
    {"config", "path"},
    {"completion", "bash"},
    {"lock", "status"},
    {"doctor"},
};

std::vector<std::string> themes() {
  std::vector<std::string> words;
  for (const char* name : {"conflict", "money_work", "communication"}) {
    const Theme theme = *parse_theme(name);
    words.emplace_back(to_string(theme));
    words.emplace_back(label_of(theme));
  }
  return words;
}

}  // namespace

TEST_CASE("under --discreet no command shows a name, a text or a theme", "[discreet]") {
  App app;
  fill(app);
  app.terminal.interactive = true;  // a screen that somebody may look at
  std::vector<std::string> hidden = kWords;
  for (const std::string& word : themes()) hidden.push_back(word);
  for (std::vector<std::string> words : kCalls) {
    words.insert(words.end(), {"--discreet", "--yes"});
    const Outcome outcome = app.run_with_input(words, "We argued about money. quokka");
    CAPTURE(words);
    for (const std::string& word : hidden) {
      if ((outcome.out + outcome.err).find(word) == std::string::npos) continue;
      FAIL_CHECK("shows " << word << ":\n" << outcome.out << outcome.err);
    }
  }
}

TEST_CASE("screen.discreet does the same as --discreet", "[discreet]") {
  App app;
  fill(app);
  app.environment.set("LULL_CONFIG", (app.home() / "config.toml").string());
  write_file_atomically(app.home() / "config.toml", "[screen]\ndiscreet = true\n");
  const Outcome outcome = app.run({"journal", "list"});
  CHECK(outcome.out.find("quokka") == std::string::npos);
}

TEST_CASE("every command that there is was looked at under --discreet", "[discreet]") {
  // An export is asked for to take the words elsewhere; the others show nothing of the journal.
  const std::vector<std::string_view> others{"journal export", "demo",        "help",       "wipe",
                                             "lock set",       "lock change", "lock remove"};
  for (const Command& command : command_table()) {
    if (std::find(others.begin(), others.end(), command.name) != others.end()) continue;
    const bool found =
        std::any_of(kCalls.begin(), kCalls.end(), [&](const std::vector<std::string>& words) {
          return words[0] == command.name ||
                 (words.size() > 1 && words[0] + ' ' + words[1] == command.name);
        });
    CAPTURE(command.name);
    CHECK(found);
  }
}
