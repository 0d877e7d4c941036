#include "lull/app/silence.hpp"

#include <memory>

#include "lull/app/journal.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"

using namespace lull;

namespace {

constexpr Instant kNow{1'795'212'000};  // 2026-11-20 22:00 UTC
constexpr std::int64_t kDaySeconds = 86'400;

// A journal in memory, and a clock that stands at kNow.
struct House {
  std::unique_ptr<Store> store = open_memory_store();
  FixedClock clock{kNow};
  DayRule rule{ambient_zone()};
  Quiet quiet{*store, clock, rule, false};

  Day today() const { return rule.day_of(clock.now()); }

  QuietPeriod begin(int days_ago, std::optional<int> length = 30) {
    QuietPeriod period;
    period.from = today() - days_ago;
    period.length = length;
    return quiet.begin(period, "");
  }
  ContactOutcome slip(int days_ago, Direction direction = Direction::out) {
    ContactDraft draft;
    draft.channel = Channel::text;
    draft.direction = direction;
    draft.at = kNow - days_ago * kDaySeconds;
    return quiet.record(draft);
  }
};

template <class Act>
ErrorKind kind_thrown_by(const Act& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.kind();
  }
  FAIL("nothing was thrown");
  return ErrorKind::internal;
}

}  // namespace

TEST_CASE("a day in the future begins nothing", "[Quiet]") {
  House house;
  CHECK(kind_thrown_by([&] { house.begin(-1); }) == ErrorKind::usage);
  QuietPeriod period;
  period.from = house.today();
  period.ended_on = house.today() + 1;
  CHECK(kind_thrown_by([&] { house.quiet.begin(period, ""); }) == ErrorKind::usage);
  CHECK(house.store->count(TableId::period) == 0);
}

TEST_CASE("a second period does not begin while one is open", "[Quiet]") {
  House house;
  house.begin(3);
  CHECK(kind_thrown_by([&] { house.begin(1); }) == ErrorKind::refused);
  CHECK(house.store->count(TableId::period) == 1);
}

TEST_CASE("the why of a beginning is kept as the first account", "[Quiet]") {
  House house;
  QuietPeriod period;
  period.from = house.today();
  house.quiet.begin(period, "We had stopped talking. #distance");
  const auto entries = all<Entry>(*house.store);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].kind == EntryKind::first_account);
  CHECK(entries[0].text == "We had stopped talking. #distance");
  CHECK(entries[0].tags == std::vector<std::string>{"distance"});
}

TEST_CASE("a beginning that can't be saved leaves neither period nor account", "[Quiet]") {
  House house;
  CHECK(kind_thrown_by([&] { house.quiet.begin(QuietPeriod{}, "bad \xff bytes"); }) ==
        ErrorKind::usage);
  CHECK(house.store->count(TableId::period) == 0);
  CHECK(house.store->count(TableId::entry) == 0);
}

TEST_CASE("closing a period stops its count on its last day", "[Quiet]") {
  House house;
  house.begin(20);
  const QuietPeriod closed = house.quiet.end({house.today() - 5, "ended"});
  CHECK(closed.closed_on == house.today() - 5);
  CHECK(house.quiet.current_period()->closing == "ended");
  CHECK(house.quiet.streak()->total == 15);
  CHECK(kind_thrown_by([&] { house.quiet.end({}); }) == ErrorKind::refused);
}

TEST_CASE("a period closes neither before it began nor in the future", "[Quiet]") {
  House house;
  house.begin(20);
  for (const int ahead : {-21, 1}) {
    CHECK(kind_thrown_by([&] {
            house.quiet.end({house.today() + ahead, ""});
          }) == ErrorKind::usage);
  }
  CHECK(!house.quiet.current_period()->closed_on);
}

TEST_CASE("a next beginning closes the one before on the day from which it counts", "[Quiet]") {
  House house;
  house.begin(300);
  QuietPeriod next;
  next.from = house.today() - 10;
  house.quiet.begin(next, "", Closing{{}, "reconnect"});
  const auto histories = house.quiet.history();
  REQUIRE(histories.size() == 2);
  CHECK(histories[0].period.closed_on == house.today() - 10);
  CHECK(histories[0].period.closing == "reconnect");
  CHECK(histories[0].streak.total == 290);
  CHECK(histories[1].streak.total == 10);
  CHECK(house.quiet.streak()->total == 10);
}

TEST_CASE("a next beginning says how a closed one closed, and moves none of its days", "[Quiet]") {
  House house;
  house.begin(300);
  house.quiet.end({house.today() - 200, ""});
  QuietPeriod next;
  next.from = house.today() - 10;
  house.quiet.begin(next, "", Closing{{}, "ended"});
  const auto histories = house.quiet.history();
  CHECK(histories[0].period.closed_on == house.today() - 200);
  CHECK(histories[0].period.closing == "ended");
}

TEST_CASE("extending asks for more days, within ten years", "[Quiet]") {
  House house;
  CHECK(kind_thrown_by([&] { house.quiet.extend(7); }) == ErrorKind::refused);
  house.begin(40);
  CHECK(house.quiet.streak()->complete());
  CHECK(house.quiet.extend(14).length == 44);
  CHECK(house.quiet.streak()->days_to_go == 4);
  for (const int days : {0, -3, kLongestPeriod}) {
    CHECK(kind_thrown_by([&] { house.quiet.extend(days); }) == ErrorKind::usage);
  }
  CHECK(house.quiet.current_period()->length == 44);
}

TEST_CASE("a period without a length is not extended", "[Quiet]") {
  House house;
  house.begin(40, std::nullopt);
  CHECK(kind_thrown_by([&] { house.quiet.extend(7); }) == ErrorKind::refused);
}

TEST_CASE("what a break does to the days to go is stored with the period", "[Quiet]") {
  House house;
  house.begin(20);
  house.slip(5);
  CHECK(house.quiet.streak()->days_to_go == 11);
  CHECK_FALSE(house.quiet.current_period()->on_break_chosen);
  house.quiet.choose_on_break(OnBreak::restart);
  CHECK(house.quiet.streak()->days_to_go == 25);
  CHECK(house.quiet.current_period()->on_break_chosen);
}

TEST_CASE("an exception must be written down before a contact falls under it", "[Quiet]") {
  House house;
  house.begin(20);
  ContactDraft draft;
  draft.exception = "children";
  CHECK(kind_thrown_by([&] { house.quiet.record(draft); }) == ErrorKind::usage);
  house.quiet.add_exception("children");
  house.quiet.add_exception("children");
  CHECK(house.quiet.current_period()->exceptions == std::vector<std::string>{"children"});
  CHECK_FALSE(house.quiet.record(draft).contact.breaks);
  house.quiet.remove_exception("children");
  CHECK(kind_thrown_by([&] { house.quiet.remove_exception("children"); }) == ErrorKind::not_found);
  CHECK(house.quiet.contacts()[0].exception == "children");
  CHECK(house.quiet.streak()->broken_days == 0);
}

TEST_CASE("safety is an exception that needs no writing down, and no period", "[Quiet]") {
  House house;
  ContactDraft draft;
  draft.exception = "safety";
  CHECK_FALSE(house.quiet.record(draft).contact.breaks);
}

TEST_CASE("a contact that is recorded late changes every number at once", "[Quiet]") {
  House house;
  house.begin(20);
  const ContactOutcome outcome = house.slip(8);
  CHECK(outcome.before->current.days == 20);
  CHECK(outcome.after->current.days == 8);
  CHECK(outcome.after->longest.days == 11);
  CHECK(outcome.after->total == 19);
  CHECK(outcome.contact.at.day == house.today() - 8);
  CHECK(outcome.contact.written == kNow);
}

TEST_CASE("a contact of the future is refused and nothing is stored", "[Quiet]") {
  House house;
  house.begin(20);
  CHECK(kind_thrown_by([&] { house.slip(-1); }) == ErrorKind::usage);
  ContactDraft draft;
  draft.until = house.today() + 1;
  CHECK(kind_thrown_by([&] { house.quiet.record(draft); }) == ErrorKind::usage);
  draft.until = house.today() - 1;
  CHECK(kind_thrown_by([&] { house.quiet.record(draft); }) == ErrorKind::usage);
  CHECK(house.quiet.contacts().empty());
}

TEST_CASE("a contact at one at night belongs to the day before", "[Quiet]") {
  House house;
  house.begin(20);
  ContactDraft draft;
  draft.direction = Direction::out;
  draft.at = kNow - 21 * 3600;  // 01:00 of today's date
  CHECK(house.quiet.record(draft).contact.at.day == house.today() - 1);
}

TEST_CASE("an edited contact moves its break", "[Quiet]") {
  House house;
  house.begin(20);
  const auto id = house.slip(8).contact.id;
  ContactEdit edit;
  edit.at = kNow - 3 * kDaySeconds;
  const ContactOutcome outcome = house.quiet.edit(id, edit);
  CHECK(outcome.contact.days() == DaySpan{house.today() - 3, house.today() - 3});
  CHECK(outcome.after->current.days == 3);
  CHECK(outcome.contact.written == kNow);
}

TEST_CASE("an edit changes what it names and nothing else", "[Quiet]") {
  House house;
  house.begin(20);
  const Contact first = house.slip(8).contact;
  ContactEdit edit;
  edit.note = "at the market";
  const Contact second = house.quiet.edit(first.id, edit).contact;
  CHECK(second.note == "at the market");
  CHECK(second.channel == first.channel);
  CHECK(second.direction == first.direction);
  CHECK(second.at == first.at);
  CHECK(second.breaks);
  edit.direction = Direction::in;
  CHECK_FALSE(house.quiet.edit(first.id, edit).contact.breaks);
  CHECK(house.quiet.streak()->broken_days == 0);
}

TEST_CASE("a look stays what it was when the setting has changed since", "[Quiet]") {
  House house;
  house.begin(20);
  const auto id = house.slip(8, Direction::looked).contact.id;
  Quiet strict(*house.store, house.clock, house.rule, true);
  ContactEdit edit;
  edit.note = "once";
  CHECK_FALSE(strict.edit(id, edit).contact.breaks);
  edit.direction = Direction::looked;
  CHECK(strict.edit(id, edit).contact.breaks);
}

TEST_CASE("a contact that spans days keeps its end when its beginning moves", "[Quiet]") {
  House house;
  house.begin(20);
  ContactDraft draft;
  draft.direction = Direction::both;
  draft.at = kNow - 8 * kDaySeconds;
  draft.until = house.today() - 6;
  const auto id = house.quiet.record(draft).contact.id;
  CHECK(house.quiet.streak()->broken_days == 3);
  ContactEdit edit;
  edit.at = kNow - 7 * kDaySeconds;
  CHECK(house.quiet.edit(id, edit).after->broken_days == 2);
  edit.at = kNow - 5 * kDaySeconds;
  CHECK(kind_thrown_by([&] { house.quiet.edit(id, edit); }) == ErrorKind::usage);
  CHECK(house.quiet.streak()->broken_days == 2);
}

TEST_CASE("a break that is deleted from the journal gives its days back", "[Quiet]") {
  House house;
  house.begin(20);
  const auto id = house.slip(8).contact.id;
  const ContactOutcome outcome = house.quiet.remove(id);
  CHECK(outcome.before->total == 19);
  CHECK(outcome.after->total == 20);
  CHECK(outcome.after->current.days == 20);
  CHECK(kind_thrown_by([&] { house.quiet.remove(id); }) == ErrorKind::not_found);
  CHECK(kind_thrown_by([&] { house.quiet.edit(id, {}); }) == ErrorKind::not_found);
}

TEST_CASE("an edit or a delete that fails in the store leaves the contact as it was", "[Quiet]") {
  House house;
  house.begin(20);
  const auto id = house.slip(8).contact.id;
  ContactEdit edit;
  edit.note = "never";
  // Two calls read the streak, the third is the change, the fourth the reading within it.
  for (int call = 1; call <= 4; ++call) {
    INFO("call " << call);
    test::FailingStore failing(*house.store, call, Error(ErrorKind::io, "no"));
    Quiet quiet(failing, house.clock, house.rule, false);
    CHECK(kind_thrown_by([&] { quiet.edit(id, edit); }) == ErrorKind::io);
    test::FailingStore failing_again(*house.store, call, Error(ErrorKind::io, "no"));
    Quiet quiet_again(failing_again, house.clock, house.rule, false);
    CHECK(kind_thrown_by([&] { quiet_again.remove(id); }) == ErrorKind::io);
  }
  CHECK(house.quiet.contact(id).note.empty());
}

TEST_CASE("the history says which contacts ended each run", "[Quiet]") {
  House house;
  house.begin(20);
  const auto first = house.slip(15).contact.id;
  const auto second = house.slip(6).contact.id;
  const auto third = house.slip(6).contact.id;
  house.slip(3, Direction::in);
  const auto histories = house.quiet.history();
  REQUIRE(histories.size() == 1);
  const auto& runs = histories[0].runs;
  REQUIRE(runs.size() == 3);
  CHECK(runs[0].run.days == 4);
  REQUIRE(runs[0].ended_by.size() == 1);
  CHECK(runs[0].ended_by[0].id == first);
  REQUIRE(runs[1].ended_by.size() == 2);
  CHECK(runs[1].ended_by[0].id == second);
  CHECK(runs[1].ended_by[1].id == third);
  CHECK(runs[2].ended_by.empty());
}

TEST_CASE("without a period there are no numbers, and contacts can still be recorded", "[Quiet]") {
  House house;
  const ContactOutcome outcome = house.slip(3);
  CHECK_FALSE(outcome.before);
  CHECK_FALSE(outcome.after);
  CHECK_FALSE(house.quiet.streak());
  CHECK_FALSE(house.quiet.silence());
  CHECK(house.quiet.history().empty());
  house.begin(10);
  CHECK(house.quiet.streak()->broken_days == 1);
}
