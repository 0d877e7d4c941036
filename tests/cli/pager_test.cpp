#include "lull/base/file.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;

namespace {

/// Somebody at a screen, with a review that is longer than it.
class Reading : public App {
 public:
  Reading() {
    run({"begin", "--ended-on", "2026-10-01", "--days", "30", "--yes"});
    for (int i = 0; i < 12; ++i) {
      run({"journal", "add", "We never talked about money, and I gave up asking."});
    }
    terminal.interactive = true;
    environment.set("PAGER", "most -s");
  }
};

}  // namespace

TEST_CASE("a review longer than the screen goes through the pager", "[pager]") {
  Reading app;
  const auto outcome = app.run({"review", "--full"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  REQUIRE(app.terminal.paged);
  CHECK(app.terminal.paged->words == std::vector<std::string>{"/bin/sh", "-c", "most -s"});
  CHECK_THAT(app.terminal.paged->text, Catch::Matchers::ContainsSubstring("gave up asking"));
}

TEST_CASE("a long list of entries goes through the pager as one page", "[pager]") {
  Reading app;
  const auto outcome = app.run({"journal", "list"});
  CHECK(outcome.out.empty());
  REQUIRE(app.terminal.paged);
  app.terminal.interactive = false;
  CHECK(app.terminal.paged->text == app.run({"journal", "list"}).out);
}

TEST_CASE("what fits on the screen is shown straight", "[pager]") {
  Reading app;
  const auto outcome = app.run({"journal", "list", "--limit", "1", "--format", "short"});
  CHECK_FALSE(outcome.out.empty());
  CHECK_FALSE(app.terminal.paged);
}

TEST_CASE("nothing is paged into a pipe, or with the pager switched off", "[pager]") {
  Reading app;
  const bool piped = GENERATE(true, false);
  if (piped) {
    app.terminal.interactive = false;
  } else {
    app.environment.set("PAGER", GENERATE("", "cat"));
  }
  CHECK_FALSE(app.run({"review", "--full"}).out.empty());
  CHECK_FALSE(app.terminal.paged);
}

TEST_CASE("screen.pager = false shows long pages straight", "[pager]") {
  Reading app;
  const auto config = app.home() / "config.toml";
  write_file_atomically(config, "[screen]\npager = false\n");
  CHECK_FALSE(app.run({"--config", config.string(), "review", "--full"}).out.empty());
  CHECK_FALSE(app.terminal.paged);
}

TEST_CASE("a pager that can't be started loses nothing of the page", "[pager]") {
  Reading app;
  app.terminal.has_pager = false;
  CHECK_THAT(app.run({"review", "--full"}).out,
             Catch::Matchers::ContainsSubstring("gave up asking"));
}
