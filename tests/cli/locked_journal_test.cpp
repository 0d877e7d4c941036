// Which commands ask for the passphrase, which never do, and what they do without it.
#include <algorithm>
#include <set>

#include "lull/app/recovery.hpp"
#include "lull/base/file.hpp"
#include "lull/cli/command.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"
#include "support/locked.hpp"

using namespace lull;
using Catch::Matchers::ContainsSubstring;
using lull::test::App;
using lull::test::Outcome;

namespace {

void make_locked(App& app) {
  app.run({"begin", "--from", "10d", "--ended-by", "them", "--alias", "Kim", "--why", "We drifted.",
           "--exception", "children"});
  app.run({"journal", "add", "the heron #meadow", "--star"});
  app.run({"contact", "add", "text", "--out", "--at", "3d"});
  test::lock(app);
}

}  // namespace

TEST_CASE("adding and looking where one stands never ask for the passphrase", "[locked]") {
  App app;
  make_locked(app);
  for (const std::vector<std::string>& words : {
           std::vector<std::string>{"journal", "add", "words #medow"},
           {"journal", "add", "--prompt", "--unsent", "words"},
           {"contact", "add", "email", "--in"},
           {"contact", "add", "email", "--out", "--exception", "children"},
           {"urge", "add", "text", "--strength", "5"},
           {"want", "add", "a garden", "--topic", "home"},
           {"checkin", "add", "--happy", "4", "--sad", "4", "--angry", "1", "--tired", "5"},
           {"streak", "status"},
           {"streak", "status", "--format", "json"},
           {"streak", "status", "--format", "prompt"},
           {"streak", "calendar"},
           {"today"},
           {"pause"},
           {"pause", "text", "--record"},
           {"talk", "--script"},
           {"help"},
           {"help", "safety"},
           {"journal", "prompts"},
           {"lock", "status"},
       }) {
    CAPTURE(words);
    const Outcome outcome = app.run(words);
    CHECK(outcome.code == 0);
    CHECK(outcome.err.find("locked") == std::string::npos);
  }
  CHECK(app.run({"remind"}).code <= 1);
  CHECK(app.run({"journal", "recover"}).code == 1);
  CHECK(app.terminal.asked.empty());
  CHECK(open_store(app.data() / "lull.db")->count(TableId::entry) == 4);
}

TEST_CASE("on a terminal too, adding asks its own questions alone", "[locked]") {
  App app;
  make_locked(app);
  app.terminal.interactive = true;
  app.terminal.answers = {"text", "out", "", "a line", "n"};
  CHECK(app.run({"contact", "add"}).code == 0);
  app.terminal.answers = {"text", "5", "", "passed"};
  CHECK(app.run({"urge", "add"}).code == 0);
  for (const std::string& question : app.terminal.asked) {
    CHECK(question.find("assphrase") == std::string::npos);
  }
}

TEST_CASE("reading asks for the passphrase before any work, and ends with 4 without it",
          "[locked]") {
  App app;
  make_locked(app);
  for (const Command& command : command_table()) {
    if (command.needs != Needs::key) continue;
    CAPTURE(command.name);
    std::vector<std::string> words;
    const std::size_t space = command.name.find(' ');
    words.emplace_back(command.name.substr(0, space));
    if (space != std::string_view::npos) words.emplace_back(command.name.substr(space + 1));
    app.terminal.asked.clear();
    app.terminal.secrets = {"wrong", "wrong", "wrong", "one too many"};
    const Outcome outcome = app.run(words);
    // Some want more words and say so first; none answers without the passphrase.
    if (outcome.code == 2) continue;
    CHECK(outcome.code == 4);
    CHECK(outcome.out.empty());
    CHECK(app.terminal.asked.size() == 3);
    CHECK(app.terminal.secrets.size() == 1);
  }
}

TEST_CASE("the commands that need the key are those that show or change what was written",
          "[locked]") {
  std::set<std::string_view> never;
  for (const Command& command : command_table()) {
    if (command.needs != Needs::key) never.insert(command.name);
  }
  for (const char* name :
       {"begin", "today", "journal add", "contact add", "urge add", "streak status",
        "streak calendar", "remind", "help", "pause", "talk", "checkin add", "want add",
        "journal recover", "journal prompts", "lock set", "lock status", "lock change", "wipe"}) {
    CAPTURE(name);
    CHECK(never.count(name) == 1);
  }
  for (const char* name : {"journal list", "journal search", "journal show", "journal export",
                           "review", "themes list", "contact list", "urge list", "want list",
                           "streak history", "checkin list", "decide", "talk list"}) {
    CAPTURE(name);
    CHECK(never.count(name) == 0);
  }
}

TEST_CASE("without a way to give the passphrase the two ways are named", "[locked]") {
  App app;
  make_locked(app);
  const Outcome outcome = app.run({"journal", "list"});
  CHECK(outcome.code == 4);
  CHECK(outcome.err ==
        "lull: could not unlock the journal: it is locked, and there is no terminal to ask on\n"
        "      LULL_PASSPHRASE_FD or LULL_PASSPHRASE_COMMAND gives it without a terminal\n");
}

TEST_CASE("a passphrase command is run once, without a shell, and has to end well", "[locked]") {
  App app;
  make_locked(app);
  const auto list = [&](const std::string& command) {
    app.environment.set("LULL_PASSPHRASE_COMMAND", command);
    return app.run({"journal", "list", "--format", "short"});
  };
  CHECK(list("printf '%s' 'correct horse'").code == 0);
  CHECK(list("printf 'correct horse\\n'").code == 0);
  CHECK(list("printf 'correct horse\\n\\n'").code == 4);
  CHECK(list("echo wrong").code == 4);
  CHECK(list("echo correct horse; true").code == 4);
  CHECK(list("sh -c 'echo correct horse; exit 3'").code == 4);
  CHECK_THAT(list("sh -c 'echo correct horse; exit 3'").err,
             ContainsSubstring("LULL_PASSPHRASE_COMMAND ended with 3"));
  CHECK_THAT(list("no-such-program-here").err, ContainsSubstring("there is no such program"));
  CHECK(list("''").code == 4);
  CHECK(app.terminal.asked.empty());
}

TEST_CASE("a descriptor that is not open, or gives nothing, is no passphrase", "[locked]") {
  App app;
  make_locked(app);
  for (const char* number : {"987", "-1", "x", "3x"}) {
    app.environment.set("LULL_PASSPHRASE_FD", number);
    CAPTURE(number);
    CHECK(app.run({"journal", "list"}).code == 4);
  }
  CHECK(app.terminal.asked.empty());
}

TEST_CASE("streak status --explain asks, and then tells the events", "[locked]") {
  App app;
  make_locked(app);
  CHECK(app.run({"streak", "status", "--explain"}).code == 4);
  CHECK_THAT(test::run_unlocked(app, {"streak", "status", "--explain"}).out,
             ContainsSubstring("text"));
}

TEST_CASE("the streak is the same with and without the key", "[locked]") {
  App app;
  app.run({"begin", "--from", "20d"});
  app.run({"contact", "add", "text", "--out", "--at", "9d", "--until", "2026-11-13"});
  app.run({"contact", "add", "call", "--in", "--at", "4d"});
  const std::string before = app.run({"streak", "status", "--format", "json"}).out;
  test::lock(app);
  CHECK(app.run({"streak", "status", "--format", "json"}).out == before);
  CHECK(app.run({"contact", "add", "im", "--both", "--at", "2d"}).code == 0);
  const std::string after = app.run({"streak", "status", "--format", "json"}).out;
  CHECK(after != before);
  test::run_unlocked(app, {"lock", "remove", "--yes"});
  CHECK(app.run({"streak", "status", "--format", "json"}).out == after);
}

TEST_CASE("a text that can't be saved is sealed, and taken in with the passphrase", "[locked]") {
  App app;
  make_locked(app);
  app.open = [](const auto&) -> std::unique_ptr<Store> {
    throw Error(ErrorKind::io, "could not open the journal: no space");
  };
  const Outcome outcome = app.run({"journal", "add", "kingfisher"});
  CHECK(outcome.code == 6);
  app.open = {};
  const auto files = recovery_files(app.data(), app.environment);
  REQUIRE(files.size() == 1);
  CHECK(files[0].extension() == ".sealed");
  CHECK(read_file(files[0]).value().find("kingfisher") == std::string::npos);
  CHECK(app.run({"journal", "recover"}).code == 4);
  CHECK(std::filesystem::exists(files[0]));
  CHECK(test::run_unlocked(app, {"journal", "recover"}).code == 0);
  CHECK(test::run_unlocked(app, {"journal", "show", "--last", "--format", "raw"}).out ==
        "kingfisher");
  CHECK(recovery_files(app.data(), app.environment).empty());
}

TEST_CASE("the editor is refused where its draft would lie on a disk", "[locked]") {
  App app;
  make_locked(app);
  app.environment.set("EDITOR", "true");
  const Outcome outcome = app.run({"journal", "add", "--edit"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not start the editor: the journal is locked, and without $XDG_RUNTIME_DIR the "
        "draft would lie on the disk\n      write without an editor: lull journal add\n");
  app.environment.set("XDG_RUNTIME_DIR", (app.home() / "run").string());
  std::filesystem::create_directories(app.home() / "run");
  CHECK(app.run({"journal", "add", "--edit"}).err == "There is no text; nothing was written.\n");
}

TEST_CASE("what leaves a locked journal is said to be in clear", "[locked]") {
  App app;
  make_locked(app);
  const std::string file = (app.home() / "out").string();
  const Outcome exported = test::run_unlocked(app, {"journal", "export", "--output", file});
  CHECK(exported.code == 0);
  CHECK_THAT(exported.err,
             ContainsSubstring("The export is not sealed: whoever has it can read it.\n"));
  const Outcome review = test::run_unlocked(app, {"review", "--preview", "--output", file});
  CHECK(review.code == 0);
  CHECK_THAT(review.err,
             ContainsSubstring("The review is not sealed: whoever has it can read it.\n"));
  const Outcome opened = test::run_unlocked(app, {"review", "--preview", "--open"});
  CHECK(opened.code == 1);
  CHECK_THAT(opened.err, ContainsSubstring("without $XDG_RUNTIME_DIR"));
}

TEST_CASE("a check-in says who can read it, with a lock and without", "[locked]") {
  App app;
  app.run({"begin"});
  const std::vector<std::string> words{"checkin", "add",     "--happy", "4",       "--sad",
                                       "4",       "--angry", "1",       "--tired", "5"};
  CHECK_THAT(app.run(words).err, ContainsSubstring("without a passphrase"));
  test::lock(app);
  CHECK_THAT(app.run(words).err, ContainsSubstring("Kept in this journal, sealed: whoever knows "
                                                   "its passphrase can read it."));
}

TEST_CASE("a second begin asks for the passphrase, a first one doesn't", "[locked]") {
  App app;
  app.run({"begin"});
  test::lock(app);
  CHECK(app.run({"begin", "--end"}).code == 4);
  CHECK(test::run_unlocked(app, {"begin", "--end"}).code == 0);
  CHECK(test::run_unlocked(app, {"begin", "--from", "2d"}).code == 0);
}

TEST_CASE("begin locks the journal before the first name is written", "[locked]") {
  App app;
  test::make_stretching_free(app);
  app.terminal.interactive = true;
  app.terminal.answers = {"y", "", "5d", "them", "Kimberley", "", "", "Waterfall words."};
  app.terminal.secrets = {"p", "p"};
  CHECK(app.run({"begin"}).code == 0);
  const std::string bytes = read_file(app.data() / "lull.db").value();
  CHECK(bytes.find("Kimberley") == std::string::npos);
  CHECK(bytes.find("Waterfall") == std::string::npos);
  app.terminal.interactive = false;
  app.terminal.secrets = {"p"};
  CHECK(app.run({"journal", "show", "1", "--format", "raw"}).out == "Waterfall words.");
}

TEST_CASE("a row that was tampered with is named, and the rest is shown", "[locked]") {
  App app;
  make_locked(app);
  app.run({"journal", "add", "kingfisher"});
  std::string bytes = read_file(app.data() / "lull.db").value();
  // The first is the quiet period's, the next ones are entries.
  const std::size_t entry = bytes.find("LLS1", bytes.find("LLS1") + 1);
  REQUIRE(entry != std::string::npos);
  bytes[entry + 60] = static_cast<char>(bytes[entry + 60] ^ 1);
  write_file_atomically(app.data() / "lull.db", bytes);
  const Outcome outcome = test::run_unlocked(app, {"journal", "list", "--format", "short"});
  CHECK(outcome.code == 3);
  CHECK_THAT(outcome.err, ContainsSubstring("is damaged and was left out"));
  CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 2);
}

TEST_CASE("doctor looks at a locked journal without asking, and opens it with --unlock",
          "[locked]") {
  App app;
  make_locked(app);
  test::run_unlocked(app, {"journal", "edit", "2", "--mood", "6"});
  app.terminal.asked.clear();
  const Outcome outcome = app.run({"doctor"});
  CHECK(outcome.code <= 1);
  CHECK_THAT(outcome.out, ContainsSubstring("Their digests agree."));
  CHECK(outcome.out.find("orphaned") == std::string::npos);
  CHECK(outcome.out.find("search index") == std::string::npos);
  CHECK(app.terminal.asked.empty());
  CHECK(app.run({"doctor", "--unlock"}).code == 4);
  CHECK_THAT(test::run_unlocked(app, {"doctor", "--unlock"}).out,
             ContainsSubstring("all as they were written"));
}

TEST_CASE("a repair of a locked journal takes no earlier version and makes no index", "[locked]") {
  App app;
  make_locked(app);
  test::run_unlocked(app, {"journal", "edit", "2", "--mood", "6"});
  CHECK(app.run({"doctor", "--repair"}).code <= 1);
  const auto store = open_store(app.data() / "lull.db");
  CHECK(store->count(TableId::revision) == 1);
  CHECK(test::run_unlocked(app, {"journal", "search", "heron"}).code == 0);
}

TEST_CASE("a salvaged locked journal is locked and opens with its passphrase", "[locked]") {
  App app;
  make_locked(app);
  const auto target = app.home() / "rescued";
  create_private_folder(target);
  CHECK(app.run({"doctor", "--salvage", (target / "lull.db").string()}).code == 0);
  app.name_data = false;
  app.environment.set("LULL_DATA", target.string());
  CHECK(app.run({"journal", "list"}).code == 4);
  CHECK(test::run_unlocked(app, {"journal", "show", "1", "--format", "raw"}).out == "We drifted.");
  CHECK(app.run({"journal", "add", "more"}).code == 0);
}

TEST_CASE("doctor names a sealed row that the key does not open", "[locked]") {
  App app;
  make_locked(app);
  std::string bytes = read_file(app.data() / "lull.db").value();
  const std::size_t entry = bytes.find("LLS1", bytes.find("LLS1") + 1);
  bytes[entry + 60] = static_cast<char>(bytes[entry + 60] ^ 1);
  write_file_atomically(app.data() / "lull.db", bytes);
  const Outcome locked = app.run({"doctor"});
  CHECK(locked.code == 3);
  CHECK_THAT(locked.out, ContainsSubstring("Not as they were written: entry"));
  const Outcome opened = test::run_unlocked(app, {"doctor", "--unlock"});
  CHECK(opened.code == 3);
  CHECK_THAT(opened.out, ContainsSubstring("The key doesn't open: entry"));
}
