// A sealed journal and an unsealed one of the same words answer alike.
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/locked.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

void write_pages(App& app) {
  app.run({"begin", "--from", "40d", "--ended-by", "them", "--alias", "Robin", "--exception",
           "children", "--why", "We never talked any more. He said he did not love me."});
  const std::vector<std::string> pages{
      "We argued about money again and again. #money",
      "I could not sleep. He never listened to me when I talked about my day. #sleep",
      "He lied to me about where he was. I do not trust him. #trust",
      "We had sex and still felt far apart. #closeness",
      "Quiet day. The river was high. #sleep",
      "His mother never liked me, and he let her say so. #family",
      "We wanted different things: I wanted children, he did not. #money",
      "Caf\u00e9 in the morning; I miss him. \u65e5\u672c\u8a9e",
      "We argued. We argued about the dishes and he shouted.",
      "I was happy with him in the beginning."};
  int day = 39;
  for (const std::string& page : pages) {
    app.run({"journal", "add", page, "--mood", std::to_string(1 + day % 10), "--at",
             std::to_string(day) + "d"});
    app.run({"journal", "add", page + " Again.", "--at", std::to_string(day) + "d"});
    day -= 4;
  }
  app.run({"journal", "delete", "4", "--yes"});
  app.run_with_input({"journal", "edit", "5"}, "He lied. I do not trust him.");
  app.run({"contact", "add", "text", "--out", "--at", "20d", "--note", "a slip"});
  app.run({"contact", "add", "call", "--in", "--at", "12d"});
  app.run({"urge", "add", "text", "--strength", "7", "--trigger", "a song", "--outcome", "passed"});
  app.run({"want", "add", "one child", "--topic", "children", "--clarity", "2"});
  app.run({"themes", "confirm", "conflict"});
  app.run({"checkin", "add", "--happy", "4", "--sad", "6", "--angry", "2", "--tired", "5"});
}

const std::vector<std::vector<std::string>> kReading{
    {"journal", "list"},
    {"journal", "list", "--reverse", "--format", "short"},
    {"journal", "list", "-n", "3"},
    {"journal", "list", "--from", "3w", "--to", "2w"},
    {"journal", "list", "--tag", "sleep", "--format", "json"},
    {"journal", "list", "--contains", "river"},
    {"journal", "show", "5"},
    {"journal", "search", "argued"},
    {"journal", "search", "argued", "--format", "json"},
    {"journal", "search", "arg*", "-dishes"},
    {"journal", "search", "\u65e5\u672c"},
    {"journal", "search", "cafe"},
    {"journal", "search", "sleep", "--from", "3w"},
    {"journal", "tags"},
    {"journal", "stats"},
    {"journal", "restore"},
    {"journal", "export", "--format", "markdown"},
    {"contact", "list"},
    {"contact", "list", "--format", "csv"},
    {"urge", "list"},
    {"streak", "history"},
    {"streak", "status", "--explain"},
    {"themes", "list"},
    {"themes", "show", "conflict"},
    {"want", "list", "--history"},
    {"checkin", "list"},
    {"review"},
    {"review", "--full"},
    {"review", "--format", "json"},
    {"review", "--format", "markdown"},
    {"review", "--format", "html"},
    {"review", "--month", "2026-11"},
};

// Random, so that no two journals have the same.
std::string without_uids(std::string text) {
  for (const std::string key : {"\"uid\": \"", "\"uid\":\""}) {
    for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
      text.erase(at + key.size(), 32);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a journal answers every question after it was locked as before", "[sealed_journal]") {
  App app;
  write_pages(app);
  std::vector<Outcome> expected;
  for (const auto& words : kReading) expected.push_back(app.run(words));
  test::lock(app);
  for (std::size_t i = 0; i < kReading.size(); ++i) {
    CAPTURE(kReading[i]);
    const Outcome sealed = test::run_unlocked(app, kReading[i]);
    CHECK(sealed.code == expected[i].code);
    CHECK(sealed.out == expected[i].out);
  }
}

TEST_CASE("a journal that was locked before the writing answers alike", "[sealed_journal]") {
  App open;
  App sealed;
  test::make_stretching_free(sealed);
  sealed.environment.set("LULL_PASSPHRASE_COMMAND", "printf 'correct horse'");
  sealed.run({"begin", "--lock", "--from", "40d"});
  open.run({"begin", "--from", "40d"});
  CHECK(sealed.run({"lock", "status"}).code == 0);
  for (App* app : {&open, &sealed}) {
    app->run({"begin", "--end"});
    write_pages(*app);
  }
  for (const auto& words : kReading) {
    CAPTURE(words);
    const Outcome expected = open.run(words);
    const Outcome answer = sealed.run(words);
    CHECK(answer.code == expected.code);
    CHECK(without_uids(answer.out) == without_uids(expected.out));
  }
}
