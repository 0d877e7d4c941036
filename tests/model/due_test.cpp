#include "lull/model/due.hpp"

#include <functional>
#include <set>

#include "support/catch.hpp"

using namespace lull;

namespace {

using List = std::vector<Due>;
constexpr Day kToday{20500};
constexpr std::int64_t kDay = 86'400;

DueFacts nothing_due() {
  DueFacts facts;
  facts.today = kToday;
  facts.now = Instant{1'800'000'000};
  return facts;
}

DueFacts everything_due() {
  DueFacts facts = nothing_due();
  facts.first_yes = facts.now - kDay;
  facts.review_opens_on = kToday;
  facts.checkins_since = kToday - 7;
  facts.remind_since = kToday - kWritingDays;
  facts.unsaved_since = kToday - kBackupDays;
  return facts;
}

const List kAll{Due::decision, Due::review, Due::checkin, Due::writing, Due::backup};

}  // namespace

TEST_CASE("each thing becomes due on its day and not before", "[Due]") {
  struct Case {
    const char* name;
    std::function<void(DueFacts&)> change;
    List due;
  };
  const Case cases[] = {
      {"nothing", [](auto&) {}, {}},
      {"a first yes, a second too soon", [](auto& f) { f.first_yes = f.now - (kDay - 1); }, {}},
      {"a first yes a day ago", [](auto& f) { f.first_yes = f.now - kDay; }, {Due::decision}},
      {"opens tomorrow", [](auto& f) { f.review_opens_on = kToday + 1; }, {}},
      {"opens today", [](auto& f) { f.review_opens_on = kToday; }, {Due::review}},
      {"opened and not read", [](auto& f) { f.review_opens_on = kToday - 9; }, {Due::review}},
      {"opened and read",
       [](auto& f) {
         f.review_opens_on = kToday - 9;
         f.review_read = true;
       },
       {}},
      {"check-ins for six days", [](auto& f) { f.checkins_since = kToday - 6; }, {}},
      {"check-ins for seven days", [](auto& f) { f.checkins_since = kToday - 7; }, {Due::checkin}},
      {"the last check-in three days ago",
       [](auto& f) {
         f.checkins_since = kToday - 70;
         f.last_checkin = kToday - 3;
       },
       {}},
      {"the last check-in three days ago, every three days",
       [](auto& f) {
         f.checkins_since = kToday - 70;
         f.last_checkin = kToday - 3;
         f.checkin_every = 3;
       },
       {Due::checkin}},
      {"a check-in from before they were kept",
       [](auto& f) {
         f.checkins_since = kToday - 2;
         f.last_checkin = kToday - 300;
       },
       {}},
      {"check-ins not kept", [](auto& f) { f.last_checkin = kToday - 300; }, {}},
      {"no page for long, not switched on", [](auto& f) { f.last_written = kToday - 90; }, {}},
      {"a page two days ago",
       [](auto& f) {
         f.remind_since = kToday - 90;
         f.last_written = kToday - 2;
       },
       {}},
      {"a page three days ago",
       [](auto& f) {
         f.remind_since = kToday - 90;
         f.last_written = kToday - 3;
       },
       {Due::writing}},
      {"29 days without a backup", [](auto& f) { f.unsaved_since = kToday - 29; }, {}},
      {"30 days without a backup", [](auto& f) { f.unsaved_since = kToday - 30; }, {Due::backup}},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    DueFacts facts = nothing_due();
    c.change(facts);
    CHECK(due(facts) == c.due);
  }
}

TEST_CASE("what is most pressing comes first", "[Due]") { CHECK(due(everything_due()) == kAll); }

TEST_CASE("after a decision to part nothing is ever due", "[Due]") {
  DueFacts facts = everything_due();
  facts.parted = true;
  CHECK(due(facts).empty());
}

TEST_CASE("what was said today is not said again", "[Due]") {
  DueFacts facts = everything_due();
  facts.said_today = {Due::review, Due::backup};
  CHECK(due(facts) == List{Due::decision, Due::checkin, Due::writing});
  facts.said_today = kAll;
  CHECK(due(facts).empty());
}

TEST_CASE("each line is its own and says what to type", "[Due]") {
  std::set<std::string_view> lines;
  for (const Due what : kAll) {
    lines.insert(line_for(what));
    CHECK(line_for(what).find(": lull ") != std::string_view::npos);
    CHECK(line_for(what).size() <= 60);
  }
  CHECK(lines.size() == kAll.size());
}
