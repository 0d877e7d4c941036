#include "lull/model/turn_timer.hpp"

#include <random>

#include "support/catch.hpp"

using namespace lull;

namespace {

TurnTimer three_minutes(std::optional<int> turns = {}) {
  return TurnTimer({"Ada", "Ben", 180, turns, 600});
}

TurnTimer begun(std::optional<int> turns = {}) {
  TurnTimer timer = three_minutes(turns);
  timer.handle(TalkEvent::resume);
  return timer;
}

}  // namespace

TEST_CASE("a talk begins when both are ready, with the first to speak", "[TurnTimer]") {
  TurnTimer timer = three_minutes();
  CHECK(timer.phase() == TalkPhase::ready);
  CHECK(!timer.tick(60));
  CHECK(timer.seconds() == 0);
  CHECK(timer.handle(TalkEvent::resume));
  CHECK(timer.phase() == TalkPhase::speaking);
  CHECK(timer.name_of(timer.speaker()) == "Ada");
  CHECK(timer.seconds_left() == 180);
}

TEST_CASE("a turn that runs out rings once and waits until both are ready", "[TurnTimer]") {
  TurnTimer timer = begun();
  CHECK(!timer.tick(179));
  CHECK(timer.seconds_left() == 1);
  CHECK(timer.tick(1));
  CHECK(timer.phase() == TalkPhase::between_turns);
  CHECK(timer.name_of(timer.speaker()) == "Ben");
  CHECK(timer.seconds_left() == 180);
  CHECK(!timer.tick(500));
  CHECK(timer.turns(Speaker::first) == 1);
  CHECK(timer.turns(Speaker::second) == 0);
  timer.handle(TalkEvent::resume);
  timer.tick(10);
  CHECK(timer.seconds(Speaker::first) == 180);
  CHECK(timer.seconds(Speaker::second) == 10);
}

TEST_CASE("time that passed while suspended never costs the other's turn", "[TurnTimer]") {
  TurnTimer timer = begun();
  CHECK(timer.tick(100'000));
  CHECK(timer.seconds() == 180);
  CHECK(timer.seconds_left() == 180);
  CHECK(timer.phase() == TalkPhase::between_turns);
}

TEST_CASE("a turn can end early", "[TurnTimer]") {
  TurnTimer timer = begun();
  timer.tick(42);
  CHECK(timer.handle(TalkEvent::end_turn));
  CHECK(timer.phase() == TalkPhase::between_turns);
  CHECK(timer.turns() == 1);
  CHECK(timer.seconds(Speaker::first) == 42);
  CHECK(!timer.handle(TalkEvent::end_turn));
  CHECK(timer.turns() == 1);
}

TEST_CASE("a pause holds the time", "[TurnTimer]") {
  TurnTimer timer = begun();
  timer.tick(30);
  CHECK(timer.handle(TalkEvent::pause));
  CHECK(!timer.handle(TalkEvent::pause));
  CHECK(!timer.tick(1000));
  CHECK(timer.seconds_left() == 150);
  CHECK(timer.handle(TalkEvent::resume));
  CHECK(!timer.handle(TalkEvent::resume));
  CHECK(timer.tick(150));
}

TEST_CASE("undo gives an early-ended turn back with what was left", "[TurnTimer]") {
  TurnTimer timer = begun();
  timer.tick(42);
  CHECK(!timer.can_undo());
  timer.handle(TalkEvent::end_turn);

  SECTION("between the turns") {}
  SECTION("after the next had begun") {
    timer.handle(TalkEvent::resume);
    timer.tick(5);
  }
  SECTION("while the next is paused") {
    timer.handle(TalkEvent::resume);
    timer.tick(5);
    timer.handle(TalkEvent::pause);
  }

  CHECK(timer.can_undo());
  CHECK(timer.handle(TalkEvent::undo));
  CHECK(timer.phase() == TalkPhase::speaking);
  CHECK(timer.speaker() == Speaker::first);
  CHECK(timer.seconds_left() == 138);
  CHECK(timer.turns() == 0);
  CHECK(timer.seconds(Speaker::first) == 42);
  CHECK(timer.seconds(Speaker::second) == 0);
  CHECK(!timer.handle(TalkEvent::undo));
}

TEST_CASE("a turn that ran its whole time, or lies further back, is not given back",
          "[TurnTimer]") {
  TurnTimer timer = begun();
  timer.tick(180);
  CHECK(!timer.handle(TalkEvent::undo));
  timer.handle(TalkEvent::resume);
  timer.tick(1);
  timer.handle(TalkEvent::end_turn);
  timer.handle(TalkEvent::resume);
  CHECK(timer.can_undo());
  timer.tick(180);
  CHECK(!timer.can_undo());
  CHECK(timer.turns() == 3);
}

TEST_CASE("either may stop for ten minutes, and the turn goes on where it was", "[TurnTimer]") {
  TurnTimer timer = begun();
  timer.tick(100);
  CHECK(timer.handle(TalkEvent::stop_for_break));
  CHECK(timer.phase() == TalkPhase::on_break);
  CHECK(timer.seconds_left() == 600);
  CHECK(!timer.handle(TalkEvent::stop_for_break));
  CHECK(!timer.handle(TalkEvent::pause));
  CHECK(!timer.handle(TalkEvent::end_turn));
  CHECK(!timer.tick(599));
  CHECK(timer.tick(5));
  CHECK(timer.seconds_left() == 0);
  CHECK(!timer.tick(5));
  CHECK(timer.phase() == TalkPhase::on_break);
  CHECK(timer.handle(TalkEvent::resume));
  CHECK(timer.phase() == TalkPhase::speaking);
  CHECK(timer.speaker() == Speaker::first);
  CHECK(timer.seconds_left() == 80);
}

TEST_CASE("nothing is undone during a break, and it can be undone after", "[TurnTimer]") {
  TurnTimer timer = begun();
  timer.tick(10);
  timer.handle(TalkEvent::end_turn);
  timer.handle(TalkEvent::stop_for_break);
  CHECK(!timer.handle(TalkEvent::undo));
  timer.handle(TalkEvent::resume);
  CHECK(timer.speaker() == Speaker::second);
  CHECK(timer.handle(TalkEvent::undo));
  CHECK(timer.speaker() == Speaker::first);
}

TEST_CASE("a talk of so many turns is over after them, and its last can be given back",
          "[TurnTimer]") {
  TurnTimer timer = begun(2);
  timer.tick(180);
  CHECK(timer.phase() == TalkPhase::between_turns);
  timer.handle(TalkEvent::resume);
  timer.tick(20);
  timer.handle(TalkEvent::end_turn);
  CHECK(timer.phase() == TalkPhase::over);
  CHECK(!timer.handle(TalkEvent::resume));
  CHECK(timer.handle(TalkEvent::undo));
  CHECK(timer.phase() == TalkPhase::speaking);
  CHECK(timer.seconds_left() == 160);
  CHECK(timer.tick(160));
  CHECK(timer.phase() == TalkPhase::over);
  CHECK(timer.turns() == 2);
}

TEST_CASE("quitting keeps what was said, from any phase", "[TurnTimer]") {
  TurnTimer timer = three_minutes();
  SECTION("before it began") {
    timer.handle(TalkEvent::quit);
    CHECK(timer.turns() == 0);
  }
  SECTION("in a turn") {
    timer.handle(TalkEvent::resume);
    timer.tick(7);
    timer.handle(TalkEvent::quit);
    CHECK(timer.turns() == 1);
    CHECK(timer.seconds(Speaker::first) == 7);
  }
  SECTION("at the very start of a turn") {
    timer.handle(TalkEvent::resume);
    timer.handle(TalkEvent::quit);
    CHECK(timer.turns() == 0);
  }
  SECTION("between turns") {
    timer.handle(TalkEvent::resume);
    timer.tick(7);
    timer.handle(TalkEvent::end_turn);
    timer.handle(TalkEvent::quit);
    CHECK(timer.turns() == 1);
  }
  SECTION("in a break") {
    timer.handle(TalkEvent::resume);
    timer.tick(7);
    timer.handle(TalkEvent::stop_for_break);
    timer.handle(TalkEvent::quit);
    CHECK(timer.turns() == 1);
    CHECK(timer.seconds() == 7);
  }
  CHECK(timer.phase() == TalkPhase::over);
  CHECK(!timer.handle(TalkEvent::quit));
  CHECK(!timer.handle(TalkEvent::undo));
  CHECK(!timer.tick(60));
}

TEST_CASE("whatever is pressed, no second is lost, doubled or given to the other", "[TurnTimer]") {
  std::mt19937 random(3);
  int wrong = 0;
  for (int talk = 0; talk < 2'000; ++talk) {
    TurnTimer timer({"Ada", "Ben", 20, {}, 15});
    int counted[2] = {0, 0};
    for (int step = 0; step < 60 && timer.phase() != TalkPhase::over; ++step) {
      const TurnTimer before = timer;
      const int person = before.speaker() == Speaker::first ? 0 : 1;
      if (random() % 2 == 0) {
        const int seconds = static_cast<int>(random() % 12);
        if (before.phase() == TalkPhase::speaking) {
          counted[person] += std::min(seconds, before.seconds_left());
        }
        timer.tick(seconds);
      } else {
        const auto event = static_cast<TalkEvent>(random() % 5);  // all but quit
        const bool done = timer.handle(event);
        if (done && event == TalkEvent::undo) {
          counted[person] -= before.plan().seconds_per_turn - before.seconds_left();
        }
        if (!done) wrong += timer.phase() != before.phase() || timer.turns() != before.turns();
      }
      wrong += timer.seconds(Speaker::first) != counted[0];
      wrong += timer.seconds(Speaker::second) != counted[1];
      const int ahead = timer.turns(Speaker::first) - timer.turns(Speaker::second);
      wrong += ahead != (timer.speaker() == Speaker::first ? 0 : 1);
      wrong += timer.seconds_left() < 0;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("who begins alternates from talk to talk", "[TurnTimer]") {
  using Names = std::pair<std::string, std::string>;
  CHECK(starting_order(nullptr, "Ada", "Ben") == Names{"Ada", "Ben"});
  Talk last;
  last.first_name = "Ada";
  last.second_name = "Ben";
  CHECK(starting_order(&last, "Ada", "Ben") == Names{"Ben", "Ada"});
  CHECK(starting_order(&last, "Ben", "Ada") == Names{"Ben", "Ada"});
  CHECK(starting_order(&last, "Ada", "Cleo") == Names{"Ada", "Cleo"});
}

TEST_CASE("the record of a talk holds names, turns and seconds", "[TurnTimer]") {
  TurnTimer timer = begun();
  timer.tick(180);
  timer.handle(TalkEvent::resume);
  timer.tick(20);
  timer.handle(TalkEvent::quit);
  const Talk talk = talk_of(timer);
  CHECK(talk.first_name == "Ada");
  CHECK(talk.second_name == "Ben");
  CHECK(talk.turns == 2);
  CHECK(talk.seconds == 200);
}
