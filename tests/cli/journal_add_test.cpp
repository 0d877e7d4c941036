#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

std::string stored_text(App& app) {
  return app.run({"journal", "show", "--last", "--format", "raw"}).out;
}

/// The one recovery file there is.
std::filesystem::path recovery_file(const App& app) {
  for (const auto& file : std::filesystem::directory_iterator(app.data())) {
    if (file.path().filename().string().starts_with("recovery-")) return file.path();
  }
  return {};
}

class StartedApp : public App {
 public:
  StartedApp() { run({"begin", "--ended-on", "2026-11-01"}); }
};

}  // namespace

TEST_CASE("journal add refuses empty text with exit 2", "[journal_add]") {
  StartedApp app;
  for (const std::string text : {"", "  \n\t "}) {
    const Outcome outcome = app.run_with_input({"journal", "add"}, text);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err ==
          "lull: could not save the entry: there is no text in it\n"
          "      lull journal add, then write, then ^D\n");
  }
  CHECK(app.run({"journal", "list"}).code == 1);
}

TEST_CASE("journal add refuses text that is not UTF-8, keeps it, and recover takes it in",
          "[journal_add]") {
  StartedApp app;
  const std::string text = "caf\xe9 au lait";
  const Outcome outcome = app.run_with_input({"journal", "add"}, text);
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring("byte 4 is not valid UTF-8"));
  const std::filesystem::path kept = recovery_file(app);
  REQUIRE(!kept.empty());
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring(kept.string()));
  CHECK(read_file(kept) == text);
  CHECK((std::filesystem::status(kept).permissions() & std::filesystem::perms(077)) ==
        std::filesystem::perms::none);

  CHECK(app.run({"journal", "recover"}).code == 0);
  CHECK(stored_text(app) == "café au lait");
  CHECK(recovery_file(app).empty());
}

TEST_CASE("journal add keeps a text that was interrupted and answers 130", "[journal_add]") {
  StartedApp app;
  app.terminal.interrupt = true;
  const Outcome outcome = app.run_with_input({"journal", "add"}, "half a thou");
  CHECK(outcome.code == 130);
  CHECK(read_file(recovery_file(app)) == "half a thou");
  CHECK(app.run({"journal", "list"}).code == 1);
}

TEST_CASE("a signal between the last word and the saving takes nothing", "[journal_add]") {
  StartedApp app;
  app.terminal.late_signal = SIGHUP;
  CHECK(app.run_with_input({"journal", "add"}, "all of it").code == 0);
  CHECK(stored_text(app) == "all of it");
}

TEST_CASE("journal add that is interrupted before a word keeps nothing", "[journal_add]") {
  StartedApp app;
  app.terminal.interrupt = true;
  const Outcome outcome = app.run_with_input({"journal", "add"}, "");
  CHECK(outcome.code == 130);
  CHECK(outcome.err == "\nlull: interrupted; nothing was written\n");
  CHECK(recovery_file(app).empty());
}

TEST_CASE("journal add keeps the text when the journal fails, with the failure's exit code",
          "[journal_add]") {
  struct Failure {
    ErrorKind kind;
    int code;
  };
  for (const Failure failure : {Failure{ErrorKind::io, 6}, Failure{ErrorKind::busy, 5},
                                Failure{ErrorKind::store, 3}, Failure{ErrorKind::permissions, 7}}) {
    StartedApp app;
    app.open = [&](const auto& path) -> std::unique_ptr<Store> {
      static std::unique_ptr<Store> real;
      real = open_store(path);
      return std::make_unique<test::FailingStore>(*real, 1, Error(failure.kind, "could not save"));
    };
    const Outcome outcome = app.run({"journal", "add", "not", "lost"});
    CHECK(outcome.code == failure.code);
    CHECK(read_file(recovery_file(app)) == "not lost");
  }
}

TEST_CASE("journal add refuses a time in the future and one it cannot read, and keeps the text",
          "[journal_add]") {
  StartedApp app;
  const Outcome future = app.run({"journal", "add", "--at", "2026-11-21 12:00", "words"});
  CHECK(future.code == 2);
  CHECK_THAT(future.err, Catch::Matchers::ContainsSubstring("lies in the future"));
  CHECK(read_file(recovery_file(app)) == "words");
  CHECK(app.run({"journal", "add", "--at", "next tuesday", "words"}).code == 2);
}

TEST_CASE("journal add refuses a mood outside 1 to 10", "[journal_add]") {
  StartedApp app;
  for (const std::string mood : {"0", "11", "4.5", "low", ""}) {
    const Outcome outcome = app.run({"journal", "add", "--mood", mood, "words"});
    CHECK(outcome.code == 2);
    CHECK(outcome.err == "lull: could not read --mood: it takes a whole number from 1 to 10\n");
  }
}

TEST_CASE("journal add makes a journal in the default place but never where a folder was named",
          "[journal_add]") {
  App app;
  const Outcome named = app.run({"journal", "add", "words"});
  CHECK(named.code == 1);
  CHECK_THAT(named.err, Catch::Matchers::ContainsSubstring("there is none yet"));
  CHECK(read_file(recovery_file(app)) == "words");

  App fresh;
  fresh.name_data = false;
  const Outcome first = fresh.run({"journal", "add", "words"});
  CHECK(first.code == 0);
  CHECK_THAT(first.err, Catch::Matchers::StartsWith("A new journal was made"));
  CHECK(fresh.run({"journal", "add", "more"}).err == "Saved as 2, Fri 22:00, just now.\n  more\n");
  CHECK(std::filesystem::exists(fresh.home() / ".local/share/lull/lull.db"));
}

TEST_CASE("journal add joins its words by one space and changes none of them", "[journal_add]") {
  StartedApp app;
  const std::vector<std::vector<std::string>> cases{
      {"[brackets]", "[a,b]", "{x}"},          {"3:", "colons", "12:30"},
      {"🌧️", "日本語", "e\xcc\x81"},      {"--", "-dashes", "--mood", "--"},
      {"a = b", "x=y", "%s", "$HOME", "`ls`"}, {"'quoted'", "\"twice\""},
  };
  for (const auto& words : cases) {
    std::vector<std::string> typed{"journal", "add"};
    typed.insert(typed.end(), words.begin(), words.end());
    CHECK(app.run(typed).code == 0);
    std::string expected;
    for (const std::string& word : words) {
      if (word == "--" && expected.empty()) continue;
      expected += (expected.empty() ? "" : " ") + word;
    }
    CHECK(stored_text(app) == expected);
  }
}

TEST_CASE("journal add keeps a megabyte from standard input to the last newline", "[journal_add]") {
  StartedApp app;
  std::string text;
  while (text.size() < 1'000'000)
    text += "a line of a long night, číslo " + std::to_string(text.size()) + "\n";
  CHECK(app.run_with_input({"journal", "add"}, text).code == 0);
  CHECK(stored_text(app) == text);
}

TEST_CASE("journal add says id, time and the first words, and nothing of them when discreet",
          "[journal_add]") {
  StartedApp app;
  CHECK(app.run({"journal", "add", "A quiet day"}).err ==
        "Saved as 1, Fri 22:00, just now.\n  A quiet day\n");
  CHECK(app.run({"--discreet", "journal", "add", "A quiet day"}).err ==
        "Saved as 2, Fri 22:00, just now.\n");
  CHECK(app.run({"journal", "add", "-q", "A quiet day"}).err.empty());
}

TEST_CASE("journal add keeps mood, feelings, tags of both kinds, star, prompt and kind",
          "[journal_add]") {
  StartedApp app;
  app.run({"journal", "add", "--mood", "3", "--feel", "tired", "--feel", "calm", "--tag", "sleep",
           "--star", "--unsent", "--prompt", "change-any", "Dear R, #night and #Sleep"});
  const std::string json = app.run({"journal", "show", "1", "--format", "json"}).out;
  for (const char* part :
       {"\"kind\": \"letter\"", "\"mood\": 3", "\"starred\": true", "\"prompt\": \"change-any\"",
        "\"text\": \"Dear R, #night and #Sleep\""}) {
    CHECK_THAT(json, Catch::Matchers::ContainsSubstring(part));
  }
  CHECK_THAT(json,
             Catch::Matchers::ContainsSubstring("\"tags\": [\n    \"sleep\",\n    \"night\"\n  ]"));
}

TEST_CASE("add is a short way, and so is the name journal", "[journal_add]") {
  StartedApp app;
  CHECK(app.run({"add", "one"}).code == 0);
  CHECK(app.run_as_called({"/usr/bin/journal", "add", "--data", app.data().string(), "two"}).code ==
        0);
  CHECK(stored_text(app) == "two");
}

TEST_CASE("a page that speaks of wanting to die is answered with somebody to call, once a day",
          "[journal_add]") {
  StartedApp app;
  const std::string page = "I do not want to live any more.";
  const Outcome first = app.run({"journal", "add", page});
  CHECK(first.code == 0);
  CHECK_THAT(first.err, Catch::Matchers::ContainsSubstring("somebody is there") &&
                            Catch::Matchers::ContainsSubstring("lull help safety"));
  CHECK(first.err.find("somebody is there") > first.err.find("Saved as 1"));
  CHECK(app.run({"journal", "add", page}).err.find("somebody is there") == std::string::npos);
  app.clock.move_to(lull::test::kFridayEvening + 86'400);
  CHECK(app.run({"--discreet", "journal", "add", page}).err ==
        "Saved as 3, Sat 22:00, just now.\nlull help safety\n");
  CHECK(app.run({"journal", "add", "I could kill for a coffee."}).err.find("help") ==
        std::string::npos);
}
