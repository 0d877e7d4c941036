#include <initializer_list>
#include <string>
#include <vector>

#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using lull::write_file_atomically;
using lull::test::App;
using lull::test::Outcome;

namespace {

// A journal whose config file has a codebook.toml beside it.
struct WithCodebook {
  explicit WithCodebook(const std::string& toml) {
    write_file_atomically(app.home() / "config.toml", "");
    write_file_atomically(app.home() / "codebook.toml", toml);
    run({"begin", "--ended-on", "2026-11-01"});
    run({"journal", "add", "--at", "2026-11-10", "We did the lighthouse again."});
    run({"journal", "add", "--at", "2026-11-11", "We had the same fight every week."});
  }

  Outcome run(std::initializer_list<std::string> words) {
    std::vector<std::string> all{"--config", (app.home() / "config.toml").string()};
    all.insert(all.end(), words.begin(), words.end());
    return app.run(all);
  }

  App app;
};

const char* const kLighthouse = "[communication.own]\nsay = \"did the lighthouse\"\n";

}  // namespace

TEST_CASE("a phrase of one's own counts wherever reasons are told", "[own_codebook]") {
  WithCodebook journal(kLighthouse);
  CHECK_THAT(journal.run({"themes", "list"}).out,
             Catch::Matchers::ContainsSubstring("communication"));
  CHECK(journal.run({"themes", "show", "communication"}).out ==
        "Tuesday, 10 November 2026\n     1  We did the lighthouse again.\n");
  CHECK_THAT(journal.run({"review", "--preview", "--full"}).out,
             Catch::Matchers::ContainsSubstring("lighthouse"));
  CHECK(journal.run({"themes", "reject", "communication", "--sentence", "1"}).code == 0);
}

TEST_CASE("a phrase of one's own counts beside friends and relatives too", "[own_codebook]") {
  WithCodebook journal(kLighthouse);
  journal.run({"journal", "add", "--at", "2026-11-12",
               "We did the lighthouse, my friends noticed before I did."});
  CHECK_THAT(journal.run({"themes", "show", "communication"}).out,
             Catch::Matchers::ContainsSubstring("my friends noticed"));
}

TEST_CASE("an entry that is switched off is used nowhere", "[own_codebook]") {
  WithCodebook journal("off = [\"distance.apart\"]\n");
  journal.run({"journal", "add", "--at", "2026-11-12", "The distance wore us out."});
  CHECK(journal.run({"themes", "show", "distance"}).code == 1);
  CHECK_THAT(journal.run({"review", "--preview", "--full"}).out,
             !Catch::Matchers::ContainsSubstring("wore us out"));
}

TEST_CASE("a pause shows a sentence that a phrase of one's own found", "[own_codebook]") {
  WithCodebook journal(kLighthouse);
  journal.run({"themes", "reject", "conflict"});
  CHECK_THAT(journal.run({"pause"}).out,
             Catch::Matchers::StartsWith("We did the lighthouse again.\n(your own words)\n"));
}

TEST_CASE("a codebook that cannot be read stops a review with file and line", "[own_codebook]") {
  WithCodebook journal("[communication.own]\nsay = 3\n");
  const Outcome outcome = journal.run({"review", "--preview"});
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring("codebook.toml") &&
                              Catch::Matchers::ContainsSubstring("line 2"));
}
