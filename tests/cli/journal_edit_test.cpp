#include "lull/app/journal_edit.hpp"

#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"

using namespace lull;
using namespace lull::test;

namespace {

std::string raw(App& app, const char* id) {
  return app.run({"journal", "show", id, "--format", "raw"}).out;
}

std::vector<Revision> revisions(App& app) {
  return all<Revision>(*open_store(app.data() / "lull.db"));
}

}  // namespace

TEST_CASE("journal edit says what it lacks, and changes nothing", "[JournalEdit]") {
  App app;
  app.run({"begin"});
  const Outcome no_number = app.run({"journal", "edit"});
  CHECK(no_number.code == 2);
  CHECK(no_number.err ==
        "lull: could not edit an entry: no number was given\n"
        "      lull journal edit 12, or --last\n");
  CHECK(app.run({"journal", "edit", "12", "text"}).code == 1);
  app.run({"journal", "add", "one"});
  CHECK(app.run({"journal", "edit", "one", "text"}).code == 2);
  CHECK(app.run({"journal", "edit", "1", "--star", "--no-star"}).code == 2);
  CHECK(app.run({"journal", "edit", "1", "--at", "tomorrow"}).code == 2);
  CHECK(app.run({"journal", "edit", "1", "--at", "2030-01-01"}).code == 2);
  CHECK(app.run_with_input({"journal", "edit", "1"}, "  \n").code == 2);
  CHECK(app.run_with_input({"journal", "edit", "1"}, "bad \xff").code == 2);
  const Outcome same = app.run({"journal", "edit", "1", "one"});
  CHECK(same.code == 1);
  CHECK(same.err == "Nothing was changed in 1.\n");
  CHECK(raw(app, "1") == "one");
  CHECK(revisions(app).empty());
}

TEST_CASE("journal edit takes the text from arguments and from input, and keeps the old one",
          "[JournalEdit]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "--at", "yesterday", "one #old"});
  const Outcome edited = app.run({"journal", "edit", "1", "two", "#new"});
  CHECK(edited.code == 0);
  CHECK(edited.out.empty());
  CHECK(edited.err == "Changed 1; what stood there before is kept.\n   1  2026-11-19  two #new\n");
  CHECK(raw(app, "1") == "two #new");
  CHECK(app.run_with_input({"journal", "edit", "--last"}, "three\n").code == 0);
  CHECK(raw(app, "1") == "three\n");
  const auto kept = revisions(app);
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].before.text == "one #old");
  CHECK(kept[0].before.tags == std::vector<std::string>{"old"});
  CHECK(kept[1].before.text == "two #new");
  CHECK(kept[1].entry == 1);
  CHECK(kept[1].replaced == kFridayEvening);
  // The index follows.
  CHECK(app.run({"journal", "search", "three"}).code == 0);
  CHECK(app.run({"journal", "search", "one"}).code == 1);
}

TEST_CASE("journal edit changes what is said about an entry, and the text stays", "[JournalEdit]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "--mood", "3", "--feel", "sad", "--tag", "a", "text #b"});
  CHECK(app.run({"journal", "edit", "1", "--mood", "6", "--feel", "calm", "--tag", "#c",
                 "--not-tag", "A", "--star", "--at", "2026-11-02 08:00", "--kind", "letter"})
            .code == 0);
  CHECK(app.run({"journal", "show", "1"}).out ==
        "1  Mon 2 Nov 2026 08:00  unsent letter  mood 6  calm  #b  #c  *  entered later\n"
        "text #b\n");
  CHECK(app.run({"journal", "edit", "1", "--no-star"}).code == 0);
  CHECK(app.run({"journal", "list", "--star"}).code == 1);
}

TEST_CASE("Tags of the text follow it, others stay", "[JournalEdit]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "--tag", "kept", "text #gone #stays"});
  app.run({"journal", "edit", "1", "text #stays #new"});
  CHECK_THAT(app.run({"journal", "show", "1"}).out,
             Catch::Matchers::ContainsSubstring("#kept  #stays  #new\n"));
}

TEST_CASE("When the entry changed meanwhile both texts stay", "[JournalEdit]") {
  const auto store = open_memory_store();
  const FixedClock clock(kFridayEvening);
  const DayRule rule(ambient_zone());
  Entry seen;
  seen.text = "first";
  seen.at = rule.moment(clock.now());
  store->change("write", [&](Change& change) { seen.id = insert(change, seen); });
  EntryChanges theirs;
  theirs.text = "theirs";
  CHECK(edit_entry(*store, clock, rule, seen, theirs).end == EditEnd::changed);

  EntryChanges mine;
  mine.text = "mine";
  const EditOutcome both = edit_entry(*store, clock, rule, seen, mine);
  CHECK(both.end == EditEnd::kept_both);
  CHECK(both.entry.id == 2);
  CHECK(find<Entry>(*store, 1)->text == "theirs");
  CHECK(find<Entry>(*store, 2)->text == "mine");

  // A mood doesn't stand against a text.
  EntryChanges mood;
  mood.mood = 4;
  CHECK(edit_entry(*store, clock, rule, seen, mood).end == EditEnd::changed);
  CHECK(find<Entry>(*store, 1)->text == "theirs");
  CHECK(find<Entry>(*store, 1)->mood == 4);

  // Nor does a text go under when its entry was removed.
  store->change("erase", [&](Change& change) { change.erase(TableId::entry, 1); });
  CHECK(edit_entry(*store, clock, rule, seen, mine).end == EditEnd::kept_both);
  CHECK(find<Entry>(*store, 3)->text == "mine");
}

TEST_CASE("journal edit keeps the text when the disk is full", "[JournalEdit]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "one"});
  std::unique_ptr<Store> real = open_store(app.data() / "lull.db");
  app.open = [&](const std::filesystem::path&) {
    return std::make_unique<FailingStore>(*real, 2, Error(ErrorKind::io, "could not save: full"));
  };
  const Outcome outcome = app.run({"journal", "edit", "1", "a better text"});
  CHECK(outcome.code == 6);
  CHECK_THAT(outcome.err, Catch::Matchers::ContainsSubstring("your text is kept in"));
  CHECK(find<Entry>(*real, 1)->text == "one");
}
