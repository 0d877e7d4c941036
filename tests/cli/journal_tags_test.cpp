#include "lull/app/journal_tags.hpp"

#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

namespace {

void write_some(App& app) {
  app.run({"begin"});
  app.run({"journal", "add", "--tag", "sleep", "one"});
  app.run({"journal", "add", "--tag", "Sleep", "two #work"});
  app.run({"journal", "add", "three #slep"});
}

}  // namespace

TEST_CASE("journal tags refuses what would put tags together unasked", "[JournalTags]") {
  App app;
  write_some(app);
  const Outcome in_use = app.run({"journal", "tags", "--rename", "work", "sleep"});
  CHECK(in_use.code == 1);
  CHECK(in_use.err ==
        "lull: could not rename the tag: the new name is in use\n"
        "      lull journal tags --merge puts the two together\n");
  CHECK(app.run({"journal", "tags", "--rename", "absent", "other"}).code == 1);
  CHECK(app.run({"journal", "tags", "--merge", "work", "absent"}).code == 1);
  CHECK(app.run({"journal", "tags", "--merge", "absent", "work"}).code == 1);
  CHECK(app.run({"journal", "tags", "--rename", "work", "two words"}).code == 2);
  CHECK(app.run({"journal", "tags", "--rename", "work", "12"}).code == 2);
  CHECK(app.run({"journal", "tags", "--rename", "work"}).code == 2);
  CHECK(app.run({"journal", "tags", "--rename", "a", "b", "c"}).code == 2);
  CHECK(app.run({"journal", "tags", "work"}).code == 2);
  CHECK(app.run({"journal", "tags", "--rename", "--merge", "work", "sleep"}).code == 2);
  CHECK(app.run({"journal", "tags"}).out == "    2  sleep\n    1  slep\n    1  work\n");
}

TEST_CASE("journal tags answers 1 where there is none", "[JournalTags]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"journal", "tags"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err == "There is no tag yet.\n");
}

TEST_CASE("journal tags counts, in text and JSON, without the trash", "[JournalTags]") {
  App app;
  write_some(app);
  app.run({"journal", "delete", "3", "--yes"});
  CHECK(app.run({"journal", "tags"}).out == "    2  sleep\n    1  work\n");
  CHECK(app.run({"journal", "tags", "--format", "json"}).out ==
        "{\n  \"format\": \"lull.tags/1\",\n  \"tags\": [\n    {\n      \"tag\": \"sleep\",\n      "
        "\"entries\": 2\n    },\n    {\n      \"tag\": \"work\",\n      \"entries\": 1\n    }\n  "
        "]\n}\n");
  const Outcome discreet = app.run({"journal", "tags", "--discreet"});
  CHECK(discreet.code == 0);
  CHECK(discreet.out.empty());
  CHECK(discreet.err == "2 tags.\n");
}

TEST_CASE("journal tags renames and merges, and the texts stay", "[JournalTags]") {
  App app;
  write_some(app);
  const Outcome merged = app.run({"journal", "tags", "--merge", "slep", "sleep"});
  CHECK(merged.code == 0);
  CHECK(merged.err == "Changed 1 entry. The texts stay as they are.\n");
  CHECK(app.run({"journal", "tags"}).out == "    3  sleep\n    1  work\n");
  CHECK(app.run({"journal", "show", "3", "--format", "raw"}).out == "three #slep");
  CHECK(app.run({"journal", "tags", "--rename", "#Work", "office"}).code == 0);
  CHECK(app.run({"journal", "list", "--tag", "office", "--format", "short"}).code == 0);
  // Case alone can be changed too.
  CHECK(app.run({"journal", "tags", "--rename", "office", "Office"}).code == 0);
  CHECK(app.run({"journal", "tags"}).out == "    3  sleep\n    1  Office\n");
  // The old tag doesn't come back with the next edit of the text.
  app.run({"journal", "edit", "3", "three and more #slep"});
  CHECK(app.run({"journal", "tags"}).out == "    3  sleep\n    1  Office\n");
}

TEST_CASE("A tag one edit away from a known one gets a hint", "[JournalTags]") {
  App app;
  write_some(app);
  const Outcome near = app.run({"journal", "add", "four #wrok"});
  CHECK(near.code == 0);
  CHECK(near.err ==
        "Saved as 4, Fri 22:00, just now.\n"
        "  four #wrok\n"
        "#wrok is new; #work was used once. To put them together:\n"
        "  lull journal tags --merge wrok work\n");
  const auto says_hint = [&](std::vector<std::string> words) {
    return app.run(std::move(words)).err.find("is new") != std::string::npos;
  };
  CHECK_FALSE(says_hint({"journal", "add", "five #work"}));
  CHECK_FALSE(says_hint({"journal", "add", "six #entirely"}));
  CHECK_FALSE(says_hint({"journal", "add", "seven #ab"}));
  CHECK_FALSE(says_hint({"journal", "add", "eight #ac"}));
  CHECK_FALSE(says_hint({"journal", "add", "--discreet", "nine #offise"}));
  CHECK_FALSE(says_hint({"journal", "add", "--quiet", "ten #sleeep"}));
}
