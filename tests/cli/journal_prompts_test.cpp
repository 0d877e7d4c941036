#include "lull/app/journal_prompts.hpp"

#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

namespace {

std::string today_of(App& app) {
  const std::string out = app.run({"journal", "prompts", "--today"}).out;
  return out.substr(0, out.find(' '));
}

}  // namespace

TEST_CASE("journal prompts refuses a topic it doesn't know", "[JournalPrompts]") {
  App app;
  CHECK(app.run({"journal", "prompts", "--topic", "weather"}).code == 2);
}

TEST_CASE("journal prompts lists without a journal too", "[JournalPrompts]") {
  App app;
  const Outcome outcome = app.run({"journal", "prompts"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Catch::Matchers::ContainsSubstring("  (today)\n"));
  CHECK_FALSE(std::filesystem::exists(app.data()));
  const Outcome all = app.run({"journal", "prompts", "--all", "--format", "json"});
  std::size_t count = 0;
  for (std::size_t at = 0; (at = all.out.find("\"id\"", at)) != std::string::npos; ++at) ++count;
  CHECK(count == all_prompts().size());
}

TEST_CASE("Today's prompt stays the same all day and is another on the next", "[JournalPrompts]") {
  App app;
  app.run({"begin", "--ended-by", "them", "--ended-on", "2026-11-05"});
  const std::string morning = today_of(app);
  REQUIRE(find_prompt(morning) != nullptr);
  app.run({"journal", "add", "--mood", "1", "--prompt", morning, "an answer"});
  app.clock.move_to(kFridayEvening + 3600);
  CHECK(today_of(app) == morning);
  app.clock.move_to(kFridayEvening + 86'400);
  CHECK(today_of(app) != morning);
}

TEST_CASE("The situation is that of the beginning of the day", "[JournalPrompts]") {
  App app;
  app.run({"begin", "--ended-by", "me", "--ended-on", "2026-11-05", "--days", "40"});
  app.run({"journal", "add", "--at", "2026-11-01", "--mood", "9", "--prompt", "day-weather", "x"});
  app.run({"journal", "add", "--at", "2026-11-08", "--mood", "4", "--prompt", "day-in-order", "x"});
  app.run({"journal", "add", "--mood", "2", "--prompt", "day-overheard", "x"});
  const auto store = open_store(app.data() / "lull.db");
  const PromptSituation situation = prompt_situation(*store, app.clock, DayRule(ambient_zone()));
  CHECK(situation.role == PromptRole::ended);
  CHECK(situation.day_number == 15);
  CHECK(situation.period_length == 40);
  CHECK(situation.mood == 4);
  CHECK(situation.used_ids == std::vector<std::string>{"day-in-order"});
  CHECK_FALSE(situation.apart_for_safety);
}

TEST_CASE("journal add takes today's prompt where none is named", "[JournalPrompts]") {
  App app;
  app.run({"begin", "--ended-on", "2026-11-05"});
  const std::string today = today_of(app);
  const Outcome added = app.run({"journal", "add", "--prompt", "I", "slept", "badly."});
  CHECK(added.code == 0);
  CHECK_THAT(added.err, Catch::Matchers::StartsWith(std::string(find_prompt(today)->text)));
  CHECK(app.run({"journal", "show", "1", "--format", "raw"}).out == "I slept badly.");
  CHECK_THAT(app.run({"journal", "show", "1", "--format", "json"}).out,
             Catch::Matchers::ContainsSubstring("\"prompt\": \"" + today + "\""));
  CHECK(app.run({"journal", "add", "--prompt", "day-weather", "Rain."}).code == 0);
  CHECK_THAT(app.run({"journal", "show", "2", "--format", "json"}).out,
             Catch::Matchers::ContainsSubstring("\"prompt\": \"day-weather\""));
  const Outcome unknown = app.run({"journal", "add", "--prompt=day-wether", "Rain."});
  CHECK(unknown.code == 2);
  CHECK(unknown.err == "lull: could not find that prompt\n      lull journal prompts lists them\n");
  CHECK(app.run({"journal", "add", "--prompt"}).code == 2);
}
