#include "lull/cli/unsaved_answers.hpp"

#include "lull/app/recovery.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"
#include "support/locked.hpp"

using namespace lull;
using namespace lull::test;
using Catch::Matchers::ContainsSubstring;

namespace {

struct Asking : App {
  Asking() {
    run({"begin", "--from", "10d", "--days", "30"});
    terminal.interactive = true;
  }
  Outcome answer(std::vector<std::string> words, std::deque<std::string> lines) {
    terminal.answers = std::move(lines);
    return run(std::move(words));
  }
  std::vector<std::filesystem::path> kept() const { return recovery_files(data(), environment); }
};

}  // namespace

TEST_CASE("an answer in one's own words is kept when ^C ends the questions", "[UnsavedAnswers]") {
  Asking app;
  app.terminal.interrupt = true;
  const Outcome outcome = app.answer({"want", "add"}, {"mine", "a house with a door that closes"});
  CHECK(outcome.code == 130);
  CHECK_THAT(outcome.err, ContainsSubstring("your text is kept in "));
  REQUIRE(app.kept().size() == 1);
  CHECK(read_recovery(app.kept().front()) == "a house with a door that closes\n");
  app.terminal.interrupt = false;
  CHECK(app.run({"journal", "recover"}).code == 0);
  CHECK_THAT(app.run({"journal", "list"}).out, ContainsSubstring("a door that closes"));
}

TEST_CASE("answers are kept when the choice after them is missing or refused", "[UnsavedAnswers]") {
  Asking app;
  const std::deque<std::string> words{"Leave, I'd say.", "", "He would have to stop."};
  SECTION("no choice") {
    const Outcome outcome = app.answer({"decide"}, words);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, ContainsSubstring("no choice was made, and nothing was recorded\n"));
    CHECK_THAT(outcome.err, ContainsSubstring("your text is kept in "));
  }
  SECTION("a refused one") {
    const Outcome outcome = app.answer(
        {"decide", "--choice", "reconnect", "--afraid", "no", "--they-want", "said-so"}, words);
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, ContainsSubstring("The silence is not complete yet.\n"));
    CHECK_THAT(outcome.err, ContainsSubstring("lull: your text is kept in"));
  }
  REQUIRE(app.kept().size() == 1);
  CHECK(read_recovery(app.kept().front()) == "Leave, I'd say.\n\nHe would have to stop.\n");
}

TEST_CASE("answers that were saved are not kept twice", "[UnsavedAnswers]") {
  Asking app;
  SECTION("at the end") { CHECK(app.answer({"want", "add"}, {"mine", "a garden"}).code == 0); }
  SECTION("before the question that ^C answers") {
    app.terminal.interrupt = true;
    const Outcome outcome = app.answer({"contact", "add"}, {"text", "out", "", "I missed him"});
    CHECK(outcome.code == 130);
    CHECK_THAT(outcome.err,
               ContainsSubstring("lull: interrupted; what was recorded before stays\n"));
    CHECK_THAT(app.run({"contact", "list"}).out, ContainsSubstring("I missed him"));
  }
  CHECK(app.kept().empty());
}

TEST_CASE("choices, names and times alone are not kept", "[UnsavedAnswers]") {
  Asking app;
  app.terminal.interrupt = true;
  CHECK(app.answer({"contact", "add"}, {"text", "out", "yesterday"}).code == 130);
  CHECK(app.kept().empty());
}

TEST_CASE("a signal between two answers takes neither", "[UnsavedAnswers]") {
  Asking app;
  app.terminal.late_signal = SIGHUP;
  CHECK(app.answer({"want", "add"}, {"mine", "a garden"}).code == 0);
  CHECK_THAT(app.run({"want", "list"}).out, ContainsSubstring("a garden"));
}

TEST_CASE("the answers of a locked journal are kept sealed", "[UnsavedAnswers]") {
  Asking app;
  app.terminal.interactive = false;
  lock(app);
  app.terminal.interactive = true;
  app.terminal.interrupt = true;
  app.terminal.secrets = {kPassphrase};
  CHECK(app.answer({"want", "add"}, {"mine", "a garden"}).code == 130);
  REQUIRE(app.kept().size() == 1);
  CHECK(is_sealed_recovery(app.kept().front()));
}
