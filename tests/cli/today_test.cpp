#include "lull/base/utf8.hpp"
#include "lull/text/prompts.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

constexpr Instant kFridayNoon{1'795'176'000};

std::vector<std::string> lines_of(const std::string& text) { return wrap(text, 10'000); }

// The prompt that stands under the three lines, whole.
std::string prompt_in(const std::string& shown) {
  const std::size_t gap = shown.find("\n\n");
  if (gap == std::string::npos) return "";
  std::string text = make_visible_line(shown.substr(gap + 2));
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("today needs no journal", "[today]") {
  App app;
  const Outcome outcome = app.run({"today"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "No quiet period is begun: lull begin\nPulling now? lull pause\nA line? lull add\n");
  CHECK(outcome.err.empty());
  CHECK_FALSE(std::filesystem::exists(app.data()));
}

TEST_CASE("today at night is three lines, and lull alone is today", "[today]") {
  App app;
  app.run({"begin", "--from", "5d", "--alias", "Kim"});
  const char* expected = "Day 5 of 30.\nPulling now? lull pause\nA line? lull add\n";
  CHECK(app.run({"today"}).out == expected);
  CHECK(app.run({}).out == expected);
}

TEST_CASE("today counts by what the period asks for", "[today]") {
  const auto first_line = [](const std::vector<std::string>& begin, bool slip) {
    App app;
    app.run(begin);
    if (slip) app.run({"contact", "add", "text", "--out", "--at", "5d"});
    return lines_of(app.run({"today"}).out).at(0);
  };
  CHECK(first_line({"begin"}, false) == "Day 0 of 30.");
  CHECK(first_line({"begin", "--from", "20d"}, true) == "Day 19 of 30.");
  CHECK(first_line({"begin", "--from", "20d", "--on-break", "restart"}, true) == "Day 5 of 30.");
  CHECK(first_line({"begin", "--from", "20d", "--for", "safety"}, true) == "19 quiet days.");
  CHECK(first_line({"begin", "--from", "2d", "--for", "order-binds-me"}, false) == "2 quiet days.");
  CHECK(first_line({"begin", "--from", "40d"}, false) == "The silence is complete: lull review");
}

TEST_CASE("today by day adds one prompt that stays the same all day", "[today]") {
  App app;
  app.run({"begin", "--from", "9d"});
  app.clock.move_to(kFridayNoon);
  const std::string shown = app.run({"today"}).out;
  CHECK_THAT(shown, Catch::Matchers::StartsWith(
                        "Day 9 of 30.\nPulling now? lull pause\nA line? lull add\n\n"));
  const std::string prompt = prompt_in(shown);
  bool known = false;
  for (const Prompt& one : all_prompts()) known = known || one.text == prompt;
  CHECK(known);
  app.run({"journal", "add", "--mood", "1", "a", "line"});
  CHECK(app.run({"today"}).out == shown);
  app.clock.move_to(kFridayNoon + 5 * 3600);
  CHECK(app.run({"today"}).out == shown);
}

TEST_CASE("today asks nothing heavy in the first three days, nor about the other for safety",
          "[today]") {
  for (const char* from : {"2026-11-20", "1d", "2d", "3d"}) {
    for (const char* reason : {"no", "safety"}) {
      App app;
      app.run({"begin", "--from", from, "--for", reason, "--ended-by", "them"});
      app.clock.move_to(kFridayNoon);
      const std::string text = prompt_in(app.run({"today"}).out);
      REQUIRE_FALSE(text.empty());
      for (const Prompt& prompt : all_prompts()) {
        if (prompt.text == text) CHECK(prompt.weight != PromptWeight::heavy);
      }
    }
  }
}

TEST_CASE("today fits 40 columns on each day of the year", "[today]") {
  App app;
  app.terminal.columns = 40;
  app.run({"begin", "--from", "9d"});
  for (int day = 0; day < 365; day += 3) {
    app.clock.move_to(kFridayNoon + day * 86'400);
    for (const std::string& line : lines_of(app.run({"today"}).out)) {
      CAPTURE(line);
      CHECK(width_of(line) <= 40);
    }
  }
}

TEST_CASE("today shows no name, no text and no theme of the journal", "[today]") {
  App app;
  app.run({"begin", "--from", "9d", "--alias", "Kimberley", "--why", "zorro quarrelled"});
  app.run({"journal", "add", "--tag", "zebra", "zorro", "again"});
  app.clock.move_to(kFridayNoon + 86'400);
  const std::string shown = app.run({"today"}).out;
  for (const char* word : {"Kimberley", "zorro", "zebra"}) {
    CHECK(shown.find(word) == std::string::npos);
  }
}
