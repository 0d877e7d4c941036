#include <algorithm>

#include "lull/base/utf8.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;
using Catch::Matchers::ContainsSubstring;

namespace {

struct TalkApp : App {
  TalkApp() {
    run({"begin"});
    terminal.interactive = true;
  }
  void plays(std::initializer_list<ScreenEvent> events) { terminal.keys = events; }
  Outcome talk(std::vector<std::string> more = {}) {
    std::vector<std::string> words{"talk", "Robin", "Sam", "--minutes", "0:02"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  std::vector<Talk> talks() { return all<Talk>(*open_store(data() / "lull.db")); }
  // Whether `text` stood on the screen at any time.
  bool showed(const std::string& text) const {
    return std::any_of(terminal.screen.frames.begin(), terminal.screen.frames.end(),
                       [&](const auto& frame) {
                         return std::any_of(frame.begin(), frame.end(), [&](const auto& line) {
                           return line.find(text) != std::string::npos;
                         });
                       });
  }
};

// Enter at each question of the ratings: two screens of three keys.
void add_skips(std::deque<ScreenEvent>& keys) {
  for (int i = 0; i < 6; ++i) keys.push_back(press_at(0, Key::enter));
}

}  // namespace

TEST_CASE("talk says what it could not read, and needs a terminal", "[talk]") {
  TalkApp app;
  const Outcome length = app.run({"talk", "--minutes", "0"});
  CHECK(length.code == 2);
  CHECK(length.err ==
        "lull: could not read --minutes: it takes minutes such as 3, 2.5 or 0:30, up to 60\n");
  const Outcome names = app.run({"talk", "Robin"});
  CHECK(names.code == 2);
  CHECK(names.err ==
        "lull: could not begin the talk: it takes two different names, or none\n      lull talk "
        "Robin Sam\n");
  CHECK(app.run({"talk", "Robin", "Robin"}).code == 2);
  app.terminal.interactive = false;
  const Outcome pipe = app.talk();
  CHECK(pipe.code == 2);
  CHECK(pipe.err ==
        "lull: could not run the timer: there is no terminal\n      lull talk --script prints the "
        "rules for paper; lull talk add notes the talk\n");
  CHECK(app.talks().empty());
}

TEST_CASE("talk counts turns that run out, rings, and waits until both are ready", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(10'000, " "), press_at(30'000, "q")});
  add_skips(app.terminal.keys);
  const Outcome held = app.talk();
  CHECK(held.code == 0);
  CHECK(held.out.empty());
  CHECK(held.err == "The talk: 2 turns, 0:04 spoken.\nRecorded as 1.\n");
  const auto talks = app.talks();
  REQUIRE(talks.size() == 1);
  CHECK(talks[0].first_name == "Robin");
  CHECK(talks[0].turns == 2);
  CHECK(talks[0].seconds == 4);
  CHECK(app.showed("space: begin, when both are ready"));
}

TEST_CASE("talk rings once at the end of each turn and of a break, and not for a key", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(3000, " "), press_at(4000, " "), press_at(5000, "s"),
             press_at(700'000, "q"), interrupt_at(700'000)});
  app.talk();
  CHECK(app.terminal.screen.bells == 2);
}

TEST_CASE("talk ends a turn early and takes a switch back", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(1000, " "), press_at(1500, "u"), press_at(4000, "q"),
             interrupt_at(4000)});
  app.talk({"--minutes", "0:05"});
  const auto talks = app.talks();
  REQUIRE(talks.size() == 1);
  CHECK(talks[0].turns == 1);
  CHECK(talks[0].seconds == 3);  // one before the key, two after it was taken back
}

TEST_CASE("talk does not count while it is paused", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(1000, "p"), press_at(500'000, "p"), press_at(501'000, "p"),
             press_at(600'000, " "), press_at(601'000, "q"), interrupt_at(601'000)});
  app.talk({"--minutes", "0:10"});
  REQUIRE(app.talks().size() == 1);
  CHECK(app.talks()[0].turns == 1);
  CHECK(app.talks()[0].seconds == 3);
  CHECK(app.showed("turn 1, paused"));
}

TEST_CASE("talk keeps what was done when it is interrupted", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(3000, " "), interrupt_at(4000)});
  const Outcome stopped = app.talk();
  CHECK(stopped.code == 130);
  REQUIRE(app.talks().size() == 1);
  CHECK(app.talks()[0].turns == 2);
  CHECK(app.talks()[0].seconds == 3);
  CHECK_FALSE(app.terminal.screen.open);
}

TEST_CASE("talk of no turn is not recorded", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, "q")});
  const Outcome none = app.talk();
  CHECK(none.code == 1);
  CHECK(none.err == "No turn was spoken, so nothing is recorded.\n");
  app.plays({interrupt_at(0)});
  CHECK(app.talk().code == 130);
  CHECK(app.talks().empty());
}

TEST_CASE("talk asks each alone, by keys that are not shown, then both", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(3000, " "), press_at(6000, "q"), press_at(0, "x"),
             press_at(0, "9"), press_at(0, "4"), press_at(0, "5"), press_at(0, "x"),
             press_at(0, "2"), press_at(0, Key::enter)});
  app.terminal.answers = {"home, , money ", "quieter than I feared"};
  CHECK(app.talk({"--turns", "2"}).code == 0);
  REQUIRE(app.talks().size() == 1);
  const Talk talk = app.talks()[0];
  CHECK(talk.first_felt_heard == 4);
  CHECK(talk.first_heard_other == 5);
  CHECK(talk.second_felt_heard == 2);
  CHECK_FALSE(talk.second_heard_other);
  CHECK(talk.topics == std::vector<std::string>{"home", "money"});
  CHECK(talk.note == "quieter than I feared");
  CHECK(app.terminal.screen.alternate);
}

TEST_CASE("talk keeps the answers that came before an interruption", "[talk]") {
  TalkApp app;
  app.plays(
      {press_at(0, " "), press_at(3000, "q"), press_at(0, "x"), press_at(0, "4"), interrupt_at(0)});
  CHECK(app.talk().code == 130);
  REQUIRE(app.talks().size() == 1);
  CHECK(app.talks()[0].first_felt_heard == 4);
  CHECK_FALSE(app.talks()[0].first_heard_other);
}

TEST_CASE("talk ends after the turns that were asked for, and the last can be taken back",
          "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(1000, " "), press_at(1000, "u"), press_at(9000, "x")});
  add_skips(app.terminal.keys);
  CHECK(app.talk({"--turns", "1"}).code == 0);
  REQUIRE(app.talks().size() == 1);
  CHECK(app.talks()[0].turns == 1);
  CHECK(app.talks()[0].seconds == 2);
  CHECK(app.showed("(turn 1 of 1)"));
}

TEST_CASE("talk lets the other begin next time", "[talk]") {
  TalkApp app;
  for (int i = 0; i < 3; ++i) {
    app.plays({press_at(0, " "), press_at(3000, "q"), interrupt_at(0)});
    app.talk();
  }
  const auto talks = app.talks();
  REQUIRE(talks.size() == 3);
  CHECK(talks[0].first_name == "Robin");
  CHECK(talks[1].first_name == "Sam");
  CHECK(talks[2].first_name == "Robin");
}

TEST_CASE("talk --plain says a line for each event and draws nothing", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(1000, "p"), press_at(2000, "p"), press_at(9000, " "),
             press_at(9000, "s"), press_at(700'000, " "), press_at(701'000, "q"), interrupt_at(0)});
  const Outcome said = app.talk({"--plain"});
  CHECK(said.err ==
        "First speaks: Robin, in turns of 0:02. Space starts.\n"
        "Turn 1. Speaking: Robin. Listening: Sam.\n"
        "Turn 1 is paused. Space goes on.\n"
        "Turn 1. Speaking: Robin. Listening: Sam.\n"
        "Turn 1 is over. Next speaks: Sam. Space begins, when both are ready.\n"
        "Turn 2. Speaking: Sam. Listening: Robin.\n"
        "A break of 10:00. Space goes on.\n"
        "The break is over. Next speaks: Sam. Space goes on.\n"
        "Turn 2. Speaking: Sam. Listening: Robin.\n"
        "The talk is over after 2 turns.\n"
        "The talk: 2 turns, 0:03 spoken.\n"
        "Recorded as 1.\n"
        "Robin, for you alone: two questions. Any key when only you look.\n"
        "lull: interrupted; what was recorded before stays\n");
  CHECK(app.terminal.screen.frames.empty());
}

TEST_CASE("talk fits its lines to the terminal and cleans the names", "[talk]") {
  TalkApp app;
  app.terminal.columns = 32;
  app.plays({press_at(0, " "), press_at(3000, "q"), interrupt_at(0)});
  app.run({"talk", "A name that is long enough for two lines", "S\x1b[31mam", "--minutes", "0:02"});
  REQUIRE_FALSE(app.terminal.screen.frames.empty());
  for (const auto& frame : app.terminal.screen.frames) {
    CHECK(frame.size() <= 16);
    for (const std::string& line : frame) {
      CHECK(width_of(line) <= 32);
      CHECK(line.find('\x1b') == std::string::npos);
    }
  }
}

TEST_CASE("talk shows no name where others may look on, and keeps them", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(3000, "q"), interrupt_at(0)});
  app.talk({"--discreet"});
  CHECK_FALSE(app.showed("Robin"));
  CHECK(app.showed("the first"));
  REQUIRE(app.talks().size() == 1);
  CHECK(app.talks()[0].second_name == "Sam");
}

TEST_CASE("talk --dry and a talk without a journal record nothing", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(3000, "q")});
  const Outcome dry = app.talk({"--dry"});
  CHECK(dry.code == 0);
  CHECK(dry.err == "The talk: 1 turn, 0:02 spoken.\nNothing is recorded.\n");
  CHECK(app.talks().empty());
  App none;
  none.terminal.interactive = true;
  none.terminal.keys = {press_at(0, " "), press_at(3000, "q")};
  const Outcome held = none.run({"talk", "--minutes", "0:02"});
  CHECK(held.code == 0);
  CHECK(held.err ==
        "The talk: 1 turn, 0:02 spoken.\nThere is no journal, so nothing is recorded.\n");
  CHECK_FALSE(std::filesystem::exists(none.data()));
}

TEST_CASE("talk --script prints the rules for paper", "[talk]") {
  App app;
  const Outcome script = app.run({"talk", "--script", "--minutes", "5"});
  CHECK(script.code == 0);
  CHECK_THAT(script.out, ContainsSubstring("a turn of 5:00 each"));
  CHECK(script.err.empty());
}

TEST_CASE("a talk breaks no silence and shows in the review", "[talk]") {
  TalkApp app;
  app.plays({press_at(0, " "), press_at(3000, "q")});
  add_skips(app.terminal.keys);
  app.talk();
  CHECK(app.run({"contact", "list"}).code == 1);
  CHECK_THAT(app.run({"review", "--preview", "--full"}).out, ContainsSubstring("Talks in turns"));
}
