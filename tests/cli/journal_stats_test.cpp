#include "lull/app/journal_stats.hpp"

#include <rapidcheck.h>

#include <set>

#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;

TEST_CASE("journal stats answers 1 where nothing was written", "[JournalStats]") {
  App app;
  app.run({"begin"});
  const Outcome outcome = app.run({"journal", "stats"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "No entry fits.\n");
  CHECK(app.run({"journal", "stats", "--mood", "x"}).code == 2);
  CHECK_THAT(app.run({"journal", "stats", "--format", "json"}).out,
             Catch::Matchers::ContainsSubstring("\"first\": null"));
}

TEST_CASE("journal stats counts and draws a year that reads without color", "[JournalStats]") {
  App app;
  app.terminal.columns = 24;
  app.run({"begin"});
  app.run({"journal", "add", "--at", "2026-11-02", "--mood", "3", "one two three"});
  app.run({"journal", "add", "--at", "2026-11-04", "--mood", "4", "four"});
  app.run({"journal", "add", "--at", "2026-11-04 20:00", "five"});
  for (int i = 0; i < 3; ++i) app.run({"journal", "add", "--unsent", "six seven"});
  const Outcome outcome = app.run({"journal", "stats"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out ==
        "Entries        6, 3 of them unsent letters\n"
        "Words          11\n"
        "Days written   3, from Mon 2 Nov 2026 to Fri 20 Nov 2026\n"
        "Every few days kept in 1 of 3 weeks\n"
        "Longest gap    15 days\n"
        "Mood           3.5 on average\n"
        "\n"
        "       Aug  Sep Oct Nov\n"
        "Mon  ................o..\n"
        "Tue  ...................\n"
        "Wed  ................O..\n"
        "Thu  ...................\n"
        "Fri  ..................@\n"
        "Sat  ..................\n"
        "Sun  ..................\n"
        "\n"
        ". none   o one entry   O two   @ more\n");
  const Outcome json = app.run({"journal", "stats", "--format", "json", "--to", "2026-11-10"});
  CHECK_THAT(json.out, Catch::Matchers::ContainsSubstring("\"days_written\": 2"));
  CHECK_THAT(json.out, Catch::Matchers::ContainsSubstring("\"longest_gap\": 1"));
  CHECK_THAT(json.out, Catch::Matchers::ContainsSubstring("\"weeks\": 2"));
  CHECK_THAT(json.out, Catch::Matchers::ContainsSubstring("\"2026-11-04\": 2"));
}

TEST_CASE("Gaps and weeks agree with a walk over each day", "[JournalStats]") {
  CHECK(rc::check([] {
    const auto days = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 60));
    const auto store = open_memory_store();
    std::set<int> written;
    for (const int day : days) {
      Entry entry;
      entry.at.day = Day{day};
      entry.at.instant = Instant{day * 86'400LL};
      entry.text = "x";
      store->change("write", [&](Change& change) { insert(change, entry); });
      written.insert(day);
    }
    const int end = 60;
    int longest = 0;
    int weeks = 0;
    int kept = 0;
    if (!written.empty()) {
      int gap = 0;
      for (int day = *written.begin(); day <= *written.rbegin(); ++day) {
        gap = written.count(day) > 0 ? 0 : gap + 1;
        longest = std::max(longest, gap);
      }
      for (int week = *written.begin(); week <= end; week += 7) {
        ++weeks;
        int in_week = 0;
        for (int day = week; day < week + 7; ++day) in_week += written.count(day) > 0 ? 1 : 0;
        if (in_week >= 2) ++kept;
      }
    }
    const JournalStats stats = count_journal(*store, {}, Day{end});
    RC_ASSERT(stats.longest_gap == longest);
    RC_ASSERT(stats.weeks == weeks);
    RC_ASSERT(stats.weeks_kept == kept);
    RC_ASSERT(stats.per_day.size() == written.size());
  }));
}
