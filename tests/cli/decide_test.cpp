#include "lull/app/decisions.hpp"
#include "lull/app/silence.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::int64_t kDay = 86'400;

// A silence of thirty days that is complete.
struct AppAfter : App {
  explicit AppAfter(const std::string& from = "40d", std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"begin", "--from", from, "--days", "30"});
    run(more);
  }
  std::vector<Decision> decisions() { return all<Decision>(*open_store(data() / "lull.db")); }
  QuietPeriod period() { return all<QuietPeriod>(*open_store(data() / "lull.db")).back(); }
  Outcome say_yes() {
    return run({"decide", "--choice", "reconnect", "--afraid", "no", "--they-want", "said-so"});
  }
};

}  // namespace

TEST_CASE("decide without a choice records nothing", "[decide]") {
  AppAfter app;
  const Outcome none = app.run({"decide"});
  CHECK(none.code == 2);
  CHECK(none.out.empty());
  CHECK(none.err ==
        "lull: could not decide: no choice was made, and nothing was recorded\n      lull decide "
        "--choice undecided\n");
  CHECK(app.run({"decide", "--choice", "wait"}).code == 2);
  CHECK(app.run({"decide", "--choice", "part", "--reason", "\xff"}).code == 2);
  CHECK(app.decisions().empty());
  CHECK_FALSE(app.period().closed_on);
}

TEST_CASE("decide refuses to reconnect with every reason, and records nothing", "[decide]") {
  AppAfter app("10d");
  app.run({"contact", "add", "text", "--out"});
  const Outcome early = app.say_yes();
  CHECK(early.code == 1);
  CHECK(early.err ==
        "The silence is not complete yet.\nThe last break is less than three days ago.\n");
  const Outcome unwanted =
      app.run({"decide", "--choice", "reconnect", "--afraid", "no", "--they-want", "no"});
  CHECK(unwanted.code == 1);
  CHECK(unwanted.err == "They do not want it; only they can change that.\n");
  CHECK(app.run({"decide", "--choice", "reconnect", "--afraid", "no", "--they-want", "no-contact"})
            .err == "They asked for no contact; only they can change that.\n");
  CHECK(app.decisions().empty());
}

TEST_CASE("decide shows where help is before anything else to who may have been afraid",
          "[decide]") {
  AppAfter app;
  const std::string help =
      "If you have been afraid of someone, people will listen, day or night, and you need not give "
      "a name.\nWhere to get help: lull help safety\n";
  const Outcome afraid = app.run({"decide", "--choice", "reconnect", "--afraid", "yes"});
  CHECK(afraid.code == 1);
  CHECK(afraid.err ==
        help + "You said that you have been afraid of them, so where to get help comes first.\n");
  // A question that was skipped is no answer.
  CHECK(app.run({"decide", "--choice", "reconnect"}).err ==
        help +
            "Whether you have been afraid of them stays unsaid, so where to get help comes "
            "first.\n");
  CHECK(app.decisions().empty());
  const Outcome read =
      app.run({"decide", "--choice", "reconnect", "--afraid", "yes", "--help-seen"});
  CHECK_THAT(read.err, ContainsSubstring("This yes is kept"));
  CHECK_THAT(read.err, !ContainsSubstring("help safety"));
}

TEST_CASE("decide takes two yeses a day apart and names what has not changed", "[decide]") {
  AppAfter app;
  app.run({"themes", "confirm", "conflict"});
  const Outcome first = app.say_yes();
  CHECK(first.code == 1);
  CHECK(first.err ==
        "Reasons that you confirmed have not changed, as far as you wrote.\n"
        "  Fighting\n"
        "This yes is kept, and it counts when you give it again after a day.\n"
        "It can be given again from Sat 22:00, in 24 hours: lull decide\n"
        "Recorded as 1: to talk with them again.\n");
  app.clock.move_to(app.clock.now() + kDay - 60);
  CHECK(app.say_yes().err ==
        "Reasons that you confirmed have not changed, as far as you wrote.\n"
        "  Fighting\n"
        "Your first yes is less than a day old.\n"
        "It can be given again from Sat 22:00, in 1 minute: lull decide\n");
  app.clock.move_to(app.clock.now() + 60);
  const Outcome second = app.run({"decide", "--choice", "reconnect", "--afraid", "no",
                                  "--they-want", "dont-know", "--discreet"});
  CHECK(second.code == 0);
  CHECK(second.err ==
        "Reasons that you confirmed have not changed, as far as you wrote.\n"
        "Whether they want it is not known; that is theirs to say, and no is an answer.\n"
        "Recorded as 2: to talk with them again.\n"
        "What they say is theirs to say, and no is an answer. The quiet period is closed.\n"
        "To talk in turns: lull talk\n");
  CHECK(app.decisions().size() == 2);
  CHECK(app.period().closing == "reconnect");
}

TEST_CASE("decide to part closes quietly, and nothing reminds afterwards", "[decide]") {
  AppAfter app;
  const Outcome part = app.run({"decide", "--choice", "part", "--reason", "it was enough"});
  CHECK(part.code == 0);
  CHECK(part.err ==
        "Recorded as 1: to part.\nThe quiet period is closed. Nothing will remind you; the journal "
        "stays yours.\n");
  CHECK(app.period().closed_on);
  CHECK(app.decisions()[0].reason == "it was enough");
  app.clock.move_to(app.clock.now() + 40 * kDay);
  CHECK(app.run({"remind"}).out.empty());
  CHECK(app.run({"checkin", "due"}).err == "No check-in is due.\n");
}

TEST_CASE("decide to extend makes the silence longer", "[decide]") {
  AppAfter app;
  const Outcome extend = app.run({"decide", "--choice", "extend", "--days", "20"});
  CHECK(extend.code == 0);
  CHECK(extend.err ==
        "Recorded as 1: to keep the silence longer.\nThe silence is 50 quiet days long now.\n");
  app.run({"decide", "--choice", "extend"});
  CHECK(app.period().length == 64);
  App none;
  none.run({"journal", "add", "a line"});
  none.run({"begin"});
  none.run({"decide", "--choice", "part"});
  const Outcome closed = none.run({"decide", "--choice", "extend"});
  CHECK(closed.code == 1);
  CHECK(closed.err ==
        "lull: could not extend: no open quiet period has a length\n      lull begin sets one "
        "up\n");
}

TEST_CASE("decide for safety never offers reconnecting and names help", "[decide]") {
  AppAfter app("40d", {"--for", "safety"});
  const Outcome refused = app.say_yes();
  CHECK(refused.code == 1);
  CHECK_THAT(refused.err, ContainsSubstring("Where to get help: lull help safety\n"));
  CHECK_THAT(refused.err, ContainsSubstring("so reconnecting is not offered.\n"));
  app.terminal.interactive = true;
  app.terminal.answers = {"", "reconnect", "undecided", "not now"};
  CHECK(app.run({"decide"}).code == 0);
  for (const std::string& question : app.terminal.asked) {
    CHECK_THAT(question, !ContainsSubstring("reconnect"));
    CHECK_THAT(question, !ContainsSubstring("afraid"));
  }
  REQUIRE(app.decisions().size() == 1);
  CHECK(app.decisions()[0].choice == Choice::undecided);
}

TEST_CASE("decide asks for what is missing, shows wants side by side, and keeps each answer",
          "[decide]") {
  AppAfter app;
  app.run({"themes", "confirm", "conflict"});
  app.run({"want", "add", "a garden", "--topic", "home"});
  app.run({"want", "add", "a flat in town", "--topic", "home", "--whose", "theirs"});
  app.terminal.interactive = true;
  app.terminal.answers = {"no",          "nothing new", "wait",     "closeness",
                          "how we talk", "undecided",   "too early"};
  const Outcome page = app.run({"decide"});
  CHECK(page.code == 0);
  CHECK(page.err ==
        "Nothing here decides for you. Enter skips any question.\n"
        "Why it ended, and whether it has changed:\n"
        "  Fighting: yours not said, theirs a question for the talk\n"
        "  What you want                          What they want, as far as you know\n"
        "  home: a garden                         home: a flat in town (guessed)\n"
        "Recorded as 1: to leave it open.\n"
        "Nothing is due.\n");
  const auto decisions = app.decisions();
  REQUIRE(decisions.size() == 1);
  CHECK(decisions[0].to_a_friend == "wait");
  CHECK(decisions[0].missing == "closeness");
  CHECK(decisions[0].must_differ == "how we talk");
  CHECK(decisions[0].reason == "too early");
  const auto verdicts = all<Verdict>(*open_store(app.data() / "lull.db"));
  CHECK(verdicts.back().mine == Changed::no);
  CHECK(verdicts.back().why == "nothing new");
  // Narrow: one below the other.
  app.terminal.columns = 40;
  app.terminal.answers = {"", "", "", "undecided", ""};
  CHECK_THAT(
      app.run({"decide"}).err,
      ContainsSubstring("  yours, home: a garden\n  theirs, home: a flat in town (guessed)\n"));
}

TEST_CASE("decide shows no theme and no want where others may look on", "[decide]") {
  AppAfter app;
  app.run({"themes", "confirm", "conflict"});
  app.run({"want", "add", "a garden", "--topic", "home"});
  app.terminal.interactive = true;
  app.terminal.answers = {"", "", "", "undecided", ""};
  const Outcome page = app.run({"decide", "--discreet"});
  CHECK(page.code == 0);
  CHECK_THAT(page.err, !ContainsSubstring("Fighting"));
  CHECK_THAT(page.err, !ContainsSubstring("garden"));
}

TEST_CASE("decide leads through reconnecting on a terminal", "[decide]") {
  AppAfter app;
  app.terminal.interactive = true;
  app.terminal.answers = {"", "", "", "reconnect", "yes", "n", "I miss them"};
  const Outcome stopped = app.run({"decide"});
  CHECK(stopped.code == 1);
  CHECK_THAT(stopped.err, ContainsSubstring("Where to get help: lull help safety\n"));
  CHECK(app.decisions().empty());
  app.terminal.answers = {"", "", "", "reconnect", "no", "said-so", "we talked"};
  CHECK_THAT(app.run({"decide"}).err, ContainsSubstring("This yes is kept"));
  app.clock.move_to(app.clock.now() + kDay);
  app.terminal.answers = {"", "", "", "reconnect", "no", "said-so", ""};
  const Outcome second = app.run({"decide"});
  CHECK(second.code == 0);
  CHECK_THAT(second.err, ContainsSubstring("You gave a first yes to reconnecting"));
  CHECK(app.decisions().back().confirmed);
  CHECK(app.decisions().back().reason == "we talked");
}

TEST_CASE("decide ends without a decision at the end of input", "[decide]") {
  AppAfter app;
  app.terminal.interactive = true;
  const Outcome ended = app.run({"decide"});
  CHECK(ended.code == 2);
  CHECK_THAT(ended.err, ContainsSubstring("lull: could not decide: no choice was made"));
  CHECK(app.decisions().empty());
}

TEST_CASE("a decision shows in the review", "[decide]") {
  AppAfter app;
  app.run({"decide", "--choice", "undecided", "--reason", "too early"});
  CHECK_THAT(app.run({"review", "--full"}).out, ContainsSubstring("too early"));
}
