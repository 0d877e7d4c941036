#include "lull/app/pause.hpp"

#include <algorithm>

#include "lull/base/file.hpp"
#include "lull/base/utf8.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using lull::test::App;
using lull::test::interrupt_at;
using lull::test::Outcome;
using lull::test::press_at;
using lull::test::redraw_at;

namespace {

constexpr const char* kThreeWays =
    "  a letter that is never sent   lull journal add --unsent\n"
    "  a line about it               lull journal add\n"
    "  nothing\n";

bool any_frame_holds(const App& app, const std::string& words) {
  const auto& frames = app.terminal.screen.frames;
  return std::any_of(frames.begin(), frames.end(), [&](const std::vector<std::string>& frame) {
    std::string all;
    for (const std::string& line : frame) all += make_visible_line(line) + ' ';
    return make_visible_line(all).find(words) != std::string::npos;
  });
}

struct OnTerminal : App {
  OnTerminal() { terminal.interactive = true; }
};

}  // namespace

TEST_CASE("pause refuses minutes that are none, and a strength out of range", "[pause]") {
  App app;
  for (const char* minutes : {"soon", "-1", "1:75", "1441"}) {
    const Outcome outcome = app.run({"pause", "--minutes", minutes});
    CHECK(outcome.code == 2);
    CHECK(outcome.err == "lull: could not read the minutes\n      --minutes 10, 2.5, or 0:30\n");
  }
  CHECK(app.run({"pause", "--strength", "0"}).code == 2);
  CHECK(app.run({"pause", "smoke"}).code == 2);
}

TEST_CASE("pause without a terminal needs no journal and records nothing", "[pause]") {
  App app;
  const Outcome outcome = app.run({"pause"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out ==
        std::string("Nothing has to be decided now.\n"
                    "A pull rises, and it falls again, whether you act on it or not.\n"
                    "It keeps until daylight.\n"
                    "\n"
                    "Wait 10:00 first, then look again. Three ways on:\n") +
            kThreeWays);
  CHECK(app.run({"urge"}).out == outcome.out);
  CHECK_FALSE(std::filesystem::exists(app.data()));
}

TEST_CASE("pause says by day nothing of daylight, and one sentence about sex", "[pause]") {
  App app;
  app.clock.move_to(Instant{1'795'176'000});
  CHECK(
      app.run({"pause", "sex", "--minutes", "0:30"}).out ==
      std::string("Nothing has to be decided now.\n"
                  "A pull rises, and it falls again, whether you act on it or not.\n"
                  "Closeness and sex are not the same thing: sex can be part of closeness, and it "
                  "can stand in its way.\n"
                  "\n"
                  "Wait 0:30 first, then look again. Three ways on:\n") +
          kThreeWays);
}

TEST_CASE("pause goes on whatever is wrong with the journal", "[pause]") {
  App damaged;
  create_private_folder(damaged.data());
  write_file_atomically(damaged.data() / "lull.db", "this is not a journal");
  CHECK(damaged.run({"pause"}).code == 0);
  CHECK(damaged.run({"pause"}).err.empty());
  App locked;
  locked.run({"begin"});
  locked.open = [](const std::filesystem::path&) -> std::unique_ptr<Store> {
    throw Error(ErrorKind::locked, "locked");
  };
  CHECK_THAT(locked.run({"pause"}).out,
             Catch::Matchers::StartsWith("Nothing has to be decided now.\n"));
  CHECK(locked.run({"pause"}).code == 0);
}

TEST_CASE("pause shows a starred page of one's own, and only one that is fit", "[pause]") {
  const auto first_lines = [](std::vector<std::string> words) {
    App app;
    app.run({"begin"});
    words.insert(words.begin(), {"journal", "add"});
    app.run(words);
    return app.run({"pause"}).out;
  };
  CHECK_THAT(first_lines({"--star", "Mornings are mine."}),
             Catch::Matchers::StartsWith("Mornings are mine.\n(your own words)\n\n"));
  for (const std::vector<std::string>& unfit : {std::vector<std::string>{"Mornings are mine."},
                                                {"--star", "--unsent", "Dear you, come back."},
                                                {"--star", "He hit me and I was afraid of him."}}) {
    CHECK_THAT(first_lines(unfit), Catch::Matchers::StartsWith("Nothing has to be decided now.\n"));
  }
}

TEST_CASE("pause shows another starred page each day", "[pause]") {
  App app;
  app.run({"begin"});
  app.run({"journal", "add", "--star", "One."});
  app.run({"journal", "add", "--star", "Two."});
  const std::string today = app.run({"pause"}).out.substr(0, 4);
  app.clock.move_to(app.clock.now() + 86'400);
  const std::string tomorrow = app.run({"pause"}).out.substr(0, 4);
  CHECK(today != tomorrow);
}

TEST_CASE("pause without a terminal records only when told", "[pause]") {
  App app;
  app.run({"begin"});
  const Outcome outcome =
      app.run({"pause", "text", "--strength", "7", "--trigger", "a song", "--record"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "Recorded as urge 1.\n");
  CHECK(app.run({"urge", "list"}).out ==
        "   1  Fri 20 Nov 2026 22:00  text message, 7 of 10, open\n      a song\n");
}

TEST_CASE("pause on a terminal waits, asks before and after, and records by choice", "[pause]") {
  OnTerminal app;
  app.run({"begin", "--from", "2d", "--ended-by", "me", "--alias", "K", "--days", "30", "--for",
           "no", "--why", "x"});
  app.terminal.keys = {press_at(1'000, "8"), press_at(2'000, "x"),        press_at(3'000, "t"),
                       press_at(3'100, "v"), press_at(3'200, Key::enter), press_at(601'000, "3")};
  app.terminal.answers = {"y", "passed", ""};
  const Outcome outcome = app.run({"pause"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err == "Recorded as urge 1.\n");
  CHECK_FALSE(app.terminal.screen.open);
  CHECK_FALSE(app.terminal.screen.alternate);
  CHECK(any_frame_holds(app, "How strong is the pull, 1 to 10?"));
  CHECK(any_frame_holds(app, "x sex"));
  CHECK(any_frame_holds(app, "Closeness and sex are not the same thing"));
  CHECK(any_frame_holds(app, "> tv_"));
  CHECK(any_frame_holds(app, "5:00 [#"));
  CHECK(any_frame_holds(app, "How strong is it now, 1 to 10?"));
  app.terminal.interactive = false;
  CHECK(app.run({"urge", "list"}).out ==
        "   1  Fri 20 Nov 2026 22:00  sex, 8 of 10, then 3, passed, 11 min\n      tv\n");
}

TEST_CASE("pause is left with q from each question, and then nothing is recorded", "[pause]") {
  const std::vector<std::deque<lull::test::ScreenEvent>> scripts{
      {press_at(500, "q")},
      {press_at(500, Key::enter), press_at(600, "q")},
      {press_at(500, Key::enter), press_at(600, Key::enter), press_at(650, Key::escape)},
      {press_at(500, Key::enter), press_at(600, Key::enter), press_at(650, Key::enter),
       press_at(30'000, "q")},
      {press_at(500, "6"), press_at(600, "q"), press_at(700, "q")},
      {press_at(500, "6"), press_at(600, "q"), press_at(700, Key::enter)},
  };
  for (const auto& script : scripts) {
    OnTerminal app;
    app.terminal.keys = script;
    app.terminal.answers = {"", ""};
    const Outcome outcome = app.run({"pause"});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK(app.terminal.keys.empty());
    CHECK(app.terminal.asked.size() == 2);
    CHECK(app.terminal.asked[0] == "Keep a record of this urge? [y/N] ");
    CHECK_FALSE(std::filesystem::exists(app.data()));
  }
}

TEST_CASE("pause asks nothing that was typed with it, and waits as long as it is told", "[pause]") {
  OnTerminal app;
  app.terminal.keys = {press_at(2'500, Key::enter)};
  app.terminal.answers = {"", ""};
  CHECK(
      app.run({"pause", "text", "--strength", "5", "--trigger", "tv", "--minutes", "0:02"}).code ==
      0);
  CHECK(any_frame_holds(app, "Only waiting now. q leaves."));
  CHECK(any_frame_holds(app, "How strong is it now, 1 to 10?"));
  CHECK_FALSE(any_frame_holds(app, "What pulls?"));
}

TEST_CASE("an interrupted pause records nothing and closes its screen", "[pause]") {
  OnTerminal app;
  app.terminal.keys = {press_at(500, "7"), interrupt_at(900)};
  const Outcome outcome = app.run({"pause"});
  CHECK(outcome.code == 130);
  CHECK_FALSE(app.terminal.screen.open);
  CHECK(app.terminal.asked.empty());
  CHECK_FALSE(std::filesystem::exists(app.data()));
}

TEST_CASE("pause offers earlier triggers by number, and none of one's words when discreet",
          "[pause]") {
  OnTerminal app;
  app.terminal.interactive = false;
  app.run({"begin"});
  app.run({"urge", "add", "text", "--trigger", "a song"});
  app.run({"journal", "add", "--star", "Mornings are mine."});
  app.terminal.interactive = true;
  app.terminal.keys = {press_at(100, Key::enter), press_at(200, Key::enter), press_at(300, "1"),
                       press_at(400, "q")};
  app.terminal.answers = {"y", "", ""};
  app.run({"pause"});
  CHECK(any_frame_holds(app, "1 a song"));
  CHECK(any_frame_holds(app, "Mornings are mine."));
  app.terminal.screen = {};
  app.terminal.keys = {press_at(100, Key::enter), press_at(200, Key::enter),
                       press_at(300, Key::enter), press_at(400, "q"), press_at(500, "q")};
  app.terminal.answers = {"", ""};
  app.run({"pause", "--discreet"});
  CHECK(app.terminal.screen.alternate);
  CHECK_FALSE(any_frame_holds(app, "a song"));
  CHECK_FALSE(any_frame_holds(app, "Mornings"));
}

TEST_CASE("a trigger is edited as it is typed", "[pause]") {
  OnTerminal app;
  app.run({"begin"});
  app.terminal.keys = {press_at(100, Key::enter), press_at(200, Key::enter),
                       press_at(300, "q"),        press_at(310, "é"),
                       press_at(320, "z"),        press_at(330, Key::backspace),
                       press_at(340, "2"),        press_at(400, Key::enter),
                       press_at(500, "q"),        press_at(600, "q")};
  app.terminal.answers = {"y", "open", ""};
  app.run({"pause"});
  app.terminal.interactive = false;
  CHECK_THAT(app.run({"urge", "list"}).out, Catch::Matchers::EndsWith("\n      qé2\n"));
}

TEST_CASE("pause leads on to an unsent letter or an entry", "[pause]") {
  for (const char* way : {"letter", "entry"}) {
    OnTerminal app;
    app.run({"begin"});
    app.terminal.keys = {press_at(100, "q")};
    app.terminal.answers = {"n", way};
    app.terminal.input = "I will not send this.\n";
    CHECK(app.run({"pause"}).code == 0);
    CHECK(app.run({"journal", "list", "--kind", way == std::string("letter") ? "letter" : "page",
                   "--format", "short"})
              .out == "   1  2026-11-20  I will not send this.\n");
  }
}

TEST_CASE("a pause fits its screen however small, and keeps the timer and the question",
          "[pause]") {
  for (const int columns : {12, 20, 40, 80, 200}) {
    OnTerminal app;
    app.terminal.columns = columns;
    app.terminal.keys = {press_at(100, "7"),        redraw_at(150),     press_at(200, "x"),
                         press_at(300, Key::enter), press_at(400, "q"), press_at(500, "q")};
    app.terminal.answers = {"", ""};
    app.run({"pause"});
    for (const auto& frame : app.terminal.screen.frames) {
      CHECK(frame.size() <= 24);
      for (const std::string& line : frame) CHECK(width_of(line) <= columns);
    }
    CHECK(any_frame_holds(app, "10:00"));
    CHECK(any_frame_holds(app, "Only waiting now."));
  }
}
