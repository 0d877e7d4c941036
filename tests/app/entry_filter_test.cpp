#include "lull/app/entry_filter.hpp"

#include <rapidcheck.h>

#include "lull/base/day_rule.hpp"
#include "support/catch.hpp"

using namespace lull;

TEST_CASE("The rows of a filter hold every entry of its days, in whatever zone it was written",
          "[EntryFilter]") {
  CHECK(rc::check([] {
    // As written by a machine whose clock was `offset` minutes ahead and whose day began at
    // `start`.
    const std::int64_t seconds = *rc::gen::inRange<std::int64_t>(0, 4'000'000'000);
    const int offset = *rc::gen::inRange(-14 * 60, 14 * 60 + 1);
    const int start = *rc::gen::inRange(0, 721);
    const std::int64_t local = seconds + offset * 60 - start * 60;
    Entry entry;
    entry.at.instant = Instant{seconds};
    entry.at.day = Day{static_cast<std::int32_t>(local >= 0 ? local / 86'400 : -1)};
    EntryFilter filter;
    filter.from = filter.to = entry.at.day;
    RC_ASSERT(filter.accepts(entry));
    const RowQuery rows = filter.rows();
    RC_ASSERT(*rows.from <= entry.at.instant);
    RC_ASSERT(entry.at.instant < *rows.before);
  }));
}

TEST_CASE("A filter without conditions takes everything but the trash", "[EntryFilter]") {
  Entry entry;
  CHECK(EntryFilter{}.accepts(entry));
  entry.trashed_on = Day{100};
  CHECK_FALSE(EntryFilter{}.accepts(entry));
  CHECK_FALSE(EntryFilter{}.rows().from);
  CHECK_FALSE(EntryFilter{}.rows().before);
}

TEST_CASE("The date of earlier years is not today's", "[EntryFilter]") {
  EntryFilter filter;
  filter.anniversary_of = day_of({2026, 11, 20});
  const auto passes = [&](const CivilDate& date) {
    Entry entry;
    entry.at.day = *day_of(date);
    return filter.accepts(entry);
  };
  CHECK(passes({2025, 11, 20}));
  CHECK(passes({2001, 11, 20}));
  CHECK_FALSE(passes({2026, 11, 20}));
  CHECK_FALSE(passes({2025, 11, 19}));
  CHECK_FALSE(passes({2025, 10, 20}));
}
