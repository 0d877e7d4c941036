#include "lull/app/reminders.hpp"

#include <sys/stat.h>

#include "lull/app/decisions.hpp"
#include "lull/app/journal.hpp"
#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/base/file.hpp"
#include "lull/base/zone.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"
#include "support/temp_dir.hpp"

using namespace lull;
using namespace lull::test;

namespace {

constexpr std::int64_t kDay = 86'400;
using Dues = std::vector<Due>;

struct Desk {
  TempDir folder;
  std::unique_ptr<Store> store = open_memory_store();
  FixedClock clock{Instant{1'795'212'000}};
  DayRule rule{ambient_zone()};
  Settings settings;
  ReminderNotes notes{folder.path()};

  Day today() const { return rule.day_of(clock.now()); }
  void pass_days(int days) { clock.move_to(clock.now() + days * kDay); }
  void begin(int days_ago, int length = 30) {
    QuietPeriod period;
    period.from = today() - days_ago;
    period.length = length;
    Quiet(*store, clock, rule, false).begin(period, "");
  }
  void decide(Choice choice) {
    DecisionDraft draft;
    draft.choice = choice;
    draft.afraid = Afraid::no;
    Decisions(*store, clock, rule).decide(draft);
  }
  void write() {
    Draft draft;
    draft.text = "a line";
    Journal(*store, clock, rule).add(draft);
  }
  Dues found() { return due(gather_due(*store, clock, rule, settings, notes)); }
};

}  // namespace

TEST_CASE("nothing is due in an empty journal or a silence under way", "[Reminders]") {
  Desk desk;
  CHECK(desk.found().empty());
  desk.begin(10);
  CHECK(desk.found().empty());
}

TEST_CASE("an open review is due until it was read or answered by a decision", "[Reminders]") {
  Desk desk;
  desk.begin(30);
  CHECK(desk.found() == Dues{Due::review});
  SECTION("read") {
    desk.notes.note_review_read(desk.today());
    CHECK(desk.found().empty());
  }
  SECTION("read before it opened") {
    desk.notes.note_review_read(desk.today() - 1);
    CHECK(desk.found() == Dues{Due::review});
  }
  SECTION("answered") {
    desk.decide(Choice::undecided);
    CHECK(desk.found().empty());
  }
}

TEST_CASE("a first yes is due a day later", "[Reminders]") {
  Desk desk;
  desk.begin(40);
  desk.decide(Choice::reconnect);
  CHECK(desk.found().empty());
  desk.pass_days(1);
  CHECK(desk.found() == Dues{Due::decision});
  desk.decide(Choice::reconnect);
  CHECK(desk.found().empty());
  desk.pass_days(7);
  CHECK(desk.found() == Dues{Due::checkin});
}

TEST_CASE("nothing is due after parting", "[Reminders]") {
  Desk desk;
  desk.begin(40);
  desk.settings.remind_checkin = true;
  desk.settings.remind_writing = true;
  desk.decide(Choice::part);
  desk.pass_days(60);
  CHECK(desk.found().empty());
}

TEST_CASE("writing is due only when switched on", "[Reminders]") {
  Desk desk;
  desk.begin(2);
  desk.pass_days(1);
  CHECK(desk.found().empty());
  desk.settings.remind_writing = true;
  CHECK(desk.found() == Dues{Due::writing});
  desk.write();
  CHECK(desk.found().empty());
  desk.pass_days(2);
  CHECK(desk.found().empty());
  desk.pass_days(1);
  CHECK(desk.found() == Dues{Due::writing});
}

TEST_CASE("what was said today is not said again, and tomorrow is another day", "[Reminders]") {
  Desk desk;
  desk.begin(40);
  desk.settings.remind_checkin = true;
  CHECK(desk.found() == Dues{Due::review, Due::checkin});
  CHECK(desk.notes.note_said(desk.today(), {Due::review}));
  CHECK(desk.found() == Dues{Due::checkin});
  CHECK(desk.notes.note_said(desk.today(), {Due::checkin}));
  CHECK(desk.found().empty());
  // As another run of the program reads it.
  desk.notes = ReminderNotes(desk.folder.path());
  CHECK(desk.found().empty());
  desk.pass_days(1);
  CHECK(desk.found() == Dues{Due::review, Due::checkin});
}

TEST_CASE("the notes hold no word of the journal and nobody else may read them", "[Reminders]") {
  Desk desk;
  desk.notes.note_review_read(desk.today());
  desk.notes.note_said(desk.today(), {Due::review, Due::checkin});
  CHECK(read_file(desk.notes.path()) ==
        "2026-11-20 review-read\n2026-11-20 review\n2026-11-20 check-in\n");
  struct stat info {};
  REQUIRE(stat(desk.notes.path().c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("notes that make no sense, or cannot be kept, are no notes", "[Reminders]") {
  Desk desk;
  write_file_atomically(desk.notes.path(), "nonsense\n2026-11-20 soup\n2026-99-99 review\n\xff");
  ReminderNotes read(desk.folder.path());
  CHECK(read.said_on(desk.today()).empty());
  CHECK_FALSE(read.review_read_on());
  ReminderNotes nowhere{std::filesystem::path()};
  CHECK_FALSE(nowhere.note_said(desk.today(), {Due::review}));
  CHECK(nowhere.said_on(desk.today()) == Dues{Due::review});
  const auto file = desk.folder.path() / "file";
  write_file_atomically(file, "");
  CHECK_FALSE(ReminderNotes(file).note_review_read(desk.today()));
}

TEST_CASE("reminders are noted beside a journal that was named, else in the state folder",
          "[Reminders]") {
  Environment environment;
  CHECK(reminder_folder(environment, "/data", false).empty());
  CHECK(reminder_folder(environment, "/data", true) == "/data");
  environment.set("HOME", "/home/x");
  CHECK(reminder_folder(environment, "/data", false) == "/home/x/.local/state/lull");
}

TEST_CASE("a locked journal is silent about what only its key can tell", "[Reminders]") {
  Desk desk;
  desk.begin(40);
  desk.settings.remind_checkin = true;
  const Error locked(ErrorKind::locked, "could not read the journal: it is locked");
  // Three reads in clear: the periods, the breaks, the entries. The fourth needs the key.
  FailingStore sealed(*desk.store, 4, locked);
  const auto facts = gather_due(sealed, desk.clock, desk.rule, desk.settings, desk.notes);
  CHECK(sealed.has_failed());
  CHECK(due(facts) == Dues{Due::review});
  desk.decide(Choice::part);
  FailingStore closed(*desk.store, 3, locked);
  const auto after = gather_due(closed, desk.clock, desk.rule, desk.settings, desk.notes);
  CHECK(closed.has_failed());
  CHECK(due(after).empty());
  FailingStore broken(*desk.store, 3, Error(ErrorKind::io, "could not read"));
  CHECK_THROWS_AS(gather_due(broken, desk.clock, desk.rule, desk.settings, desk.notes), Error);
}
