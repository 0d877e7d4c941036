#include "lull/base/file.hpp"
#include "lull/cli/exit_code.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/failing_store.hpp"

using namespace lull;
using lull::test::App;
using lull::test::Outcome;

namespace {

// A journal all of whose private parts are out of reach, as without the passphrase.
class LockedStore : public test::FailingStore {
 public:
  explicit LockedStore(std::unique_ptr<Store> real)
      : FailingStore(*real, -1, Error(ErrorKind::locked, "locked")), real_(std::move(real)) {}
  std::optional<Row> find(TableId, std::int64_t) override { throw_locked(); }
  void each(TableId, const RowQuery&, const std::function<bool(Row&&)>&) override {
    throw_locked();
  }

 private:
  [[noreturn]] static void throw_locked() {
    throw Error(ErrorKind::locked, "could not read the journal: it is locked");
  }
  std::unique_ptr<Store> real_;
};

void lock(App& app) {
  app.open = [](const std::filesystem::path& path) -> std::unique_ptr<Store> {
    return std::make_unique<LockedStore>(open_store(path));
  };
}

constexpr const char* kTwentyDays =
    "Current run    5 days\n"
    "Longest run    14 days\n"
    "Quiet days     19 of 30\n"
    "Last 20 days   19 quiet (95 %)\n"
    "Runs           2\n"
    "To go          11 days; the review opens on Tuesday, 1 December 2026\n";

struct WithSlip : App {
  WithSlip() {
    run({"begin", "--from", "20d"});
    run({"contact", "add", "text", "--out", "--at", "5d"});
  }
};

}  // namespace

TEST_CASE("streak status says so where there is no journal or no period", "[streak_status]") {
  App app;
  Outcome outcome = app.run({"streak", "status"});
  CHECK(outcome.code == 1);
  CHECK(outcome.err ==
        "lull: could not open the journal: there is none yet\n      lull --data FOLDER begin\n");
  create_store(app.data() / "lull.db");
  outcome = app.run({"streak", "status"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "No quiet period was begun yet: lull begin\n");
  outcome = app.run({"streak", "status", "--format", "json"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out == "{\n  \"format\": \"lull.streak/1\",\n  \"current\": null\n}\n");
  CHECK(app.run({"streak", "status", "--format", "xml"}).code == 2);
}

TEST_CASE("streak status shows every number", "[streak_status]") {
  WithSlip app;
  const Outcome outcome = app.run({"streak", "status"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == kTwentyDays);
  CHECK(outcome.err.empty());
  CHECK(app.run({"streak"}).out == kTwentyDays);
}

TEST_CASE("streak status on a terminal adds a bar that reads without colour", "[streak_status]") {
  WithSlip app;
  app.terminal.interactive = true;
  CHECK(app.run({"streak", "status"}).out ==
        std::string(kTwentyDays) + "[###################...........]  19 of 30\n");
  app.terminal.columns = 24;
  CHECK(app.run({"streak", "status"}).out ==
        std::string(kTwentyDays) + "[#######.....]  19 of 30\n");
}

TEST_CASE("streak status on the first day counts nothing yet", "[streak_status]") {
  App app;
  app.run({"begin"});
  CHECK(app.run({"streak", "status"}).out ==
        "Current run    0 days\n"
        "Longest run    0 days\n"
        "Quiet days     0 of 30\n"
        "Runs           0\n"
        "To go          30 days; the review opens on Sunday, 20 December 2026\n");
}

TEST_CASE("streak status of a period for safety has no length and no bar", "[streak_status]") {
  App app;
  app.run({"begin", "--from", "50d", "--for", "safety"});
  app.terminal.interactive = true;
  CHECK(app.run({"streak", "status"}).out ==
        "Current run    50 days\n"
        "Longest run    50 days\n"
        "Quiet days     50\n"
        "Last 30 days   30 quiet (100 %)\n"
        "Runs           1\n");
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "50\n");
}

TEST_CASE("streak status of a period that restarts counts one run", "[streak_status]") {
  App app;
  app.run({"begin", "--from", "20d", "--on-break", "restart"});
  app.run({"contact", "add", "text", "--out", "--at", "5d"});
  CHECK(app.run({"streak", "status"}).out ==
        "Current run    5 days\n"
        "Longest run    14 days\n"
        "Quiet days     19\n"
        "Asked for      one run of 30\n"
        "Last 20 days   19 quiet (95 %)\n"
        "Runs           2\n"
        "To go          25 days; the review opens on Tuesday, 15 December 2026\n");
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "5/30\n");
}

TEST_CASE("streak status of a complete and of a closed period", "[streak_status]") {
  App app;
  app.run({"begin", "--from", "40d"});
  CHECK_THAT(app.run({"streak", "status"}).out,
             Catch::Matchers::EndsWith(
                 "The silence was complete on Tuesday, 10 November 2026: lull review\n"));
  app.run({"begin", "--end", "--last-day", "15d"});
  CHECK_THAT(app.run({"streak", "status"}).out,
             Catch::Matchers::EndsWith("Runs           1\n"
                                       "Closed on      Thursday, 5 November 2026\n"));
}

TEST_CASE("streak status explains each event in one sentence", "[streak_status]") {
  App app;
  app.run({"begin", "--from", "20d", "--exception", "children"});
  app.run({"contact", "add", "text", "--out", "--at", "25d"});
  app.run({"contact", "add", "visit", "--both", "--at", "9d", "--until", "8d"});
  app.run({"contact", "add", "call", "--both", "--at", "7d", "--exception", "children"});
  app.run({"contact", "add", "social", "--looked", "--at", "6d"});
  const Outcome outcome = app.run({"streak", "status", "--explain"});
  CHECK(outcome.code == 0);
  CHECK_THAT(
      outcome.out,
      Catch::Matchers::EndsWith(
          "\nLast in touch on Saturday, 31 October 2026; the first quiet day is the next.\n"
          "Mon 26 Oct 2026  text message, from you. It was before the day from which the silence "
          "counts, so it changes nothing.\n"
          "Wed 11 Nov 2026 to Thu 12 Nov 2026  visit, both ways. It went both ways, so it breaks "
          "the silence.\n"
          "Fri 13 Nov 2026  phone call, both ways. It falls under a written exception, so it does "
          "not break the silence and is counted apart.\n"
          "Sat 14 Nov 2026  social media, a look at their profile. You looked at their profile; it "
          "is recorded and does not break the silence.\n"));
}

TEST_CASE("streak status as JSON holds every number, and the events when explained",
          "[streak_status]") {
  WithSlip app;
  const Outcome outcome = app.run({"streak", "status", "--format", "json", "--explain"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == R"({
  "format": "lull.streak/1",
  "today": "2026-11-20",
  "from": "2026-10-31",
  "on_break": "carry-on",
  "current": {
    "days": 5,
    "first": "2026-11-16",
    "last": "2026-11-20"
  },
  "longest": {
    "days": 14,
    "first": "2026-11-01",
    "last": "2026-11-14"
  },
  "total": 19,
  "broken_days": 1,
  "run_count": 2,
  "last_days": {
    "window": 20,
    "quiet": 19
  },
  "length": 30,
  "days_to_go": 11,
  "complete": false,
  "completed_on": null,
  "opens_on": "2026-12-01",
  "closed_on": null,
  "runs": [
    {
      "days": 14,
      "first": "2026-11-01",
      "last": "2026-11-14"
    },
    {
      "days": 5,
      "first": "2026-11-16",
      "last": "2026-11-20"
    }
  ],
  "events": [
    {
      "id": 1,
      "day": "2026-11-15",
      "last_day": "2026-11-15",
      "channel": "text",
      "direction": "out",
      "breaks": true,
      "reason": "It went out from you, so it breaks the silence."
    }
  ]
}
)");
}

TEST_CASE("streak status answers without the key, and explains only with it", "[streak_status]") {
  WithSlip app;
  lock(app);
  CHECK(app.run({"streak", "status"}).out == kTwentyDays);
  CHECK(app.run({"streak", "status", "--format", "prompt"}).out == "19/30\n");
  CHECK(app.run({"streak", "status", "--format", "json"}).code == 0);
  const Outcome outcome = app.run({"streak", "status", "--explain"});
  CHECK(outcome.code == 4);
  CHECK(outcome.err == "lull: could not read the journal: it is locked\n");
}

TEST_CASE("the shell prompt is one short line, and silent whatever is wrong", "[streak_status]") {
  const auto prompt = [](App& app) { return app.run({"streak", "status", "--format", "prompt"}); };
  const auto is_silent = [](const Outcome& outcome) {
    return outcome.out.empty() && outcome.err.empty();
  };
  App missing;
  missing.terminal.interactive = true;
  CHECK(is_silent(prompt(missing)));
  CHECK(prompt(missing).code == 1);

  App without_period;
  create_store(without_period.data() / "lull.db");
  CHECK(is_silent(prompt(without_period)));
  CHECK(prompt(without_period).code == 1);

  App damaged;
  create_private_folder(damaged.data());
  write_file_atomically(damaged.data() / "lull.db", "this is not a journal");
  CHECK(is_silent(prompt(damaged)));
  CHECK(prompt(damaged).code == 3);

  WithSlip open_to_others;
  std::filesystem::permissions(open_to_others.data() / "lull.db",
                               std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);
  CHECK(is_silent(prompt(open_to_others)));
  CHECK(prompt(open_to_others).code == 7);

  WithSlip busy;
  busy.open = [](const std::filesystem::path&) -> std::unique_ptr<Store> {
    throw Error(ErrorKind::busy, "busy");
  };
  CHECK(is_silent(prompt(busy)));
  CHECK(prompt(busy).code == 5);
  CHECK(busy.terminal.asked.empty());
}

TEST_CASE("a journal that may only be read still answers", "[streak_status]") {
  WithSlip app;
  using std::filesystem::perms;
  std::filesystem::permissions(app.data() / "lull.db", perms::owner_read);
  std::filesystem::permissions(app.data(), perms::owner_read | perms::owner_exec);
  const Outcome outcome = app.run({"streak", "status"});
  std::filesystem::permissions(app.data(), perms::owner_all);
  CHECK(outcome.code == 0);
  CHECK(outcome.out == kTwentyDays);
  CHECK(outcome.err.empty());
}
