#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/app.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::test;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::string kReaders = "Kept without a passphrase: whoever uses this account can read it.\n";

std::vector<CheckIn> stored(App& app) { return all<CheckIn>(*open_store(app.data() / "lull.db")); }

}  // namespace

TEST_CASE("checkin add says what is missing or wrong and records nothing", "[checkin add]") {
  App app;
  app.run({"begin"});
  const Outcome none = app.run({"checkin", "add", "--happy", "3"});
  CHECK(none.code == 2);
  CHECK(none.err == kReaders +
                        "lull: could not save the check-in: --sad is missing, and nothing was "
                        "recorded\n      lull checkin add --happy 6 --sad 3 --angry 1 --tired 5\n");
  const Outcome wrong =
      app.run({"checkin", "add", "--happy", "11", "--sad", "0", "--angry", "0", "--tired", "0"});
  CHECK(wrong.code == 2);
  CHECK(wrong.err ==
        kReaders + "lull: could not read --happy: it takes a whole number from 0 to 10\n");
  CHECK(app.run({"checkin", "add", "--happy", "1", "--happy", "2"}).err ==
        "lull: could not save the check-in: an option is given more often than there are people\n "
        "     --together for two\n");
  CHECK(stored(app).empty());
}

TEST_CASE("checkin add takes everything by options", "[checkin add]") {
  App app;
  app.run({"begin"});
  const Outcome added = app.run({"checkin", "add", "--happy", "6", "--sad", "3", "--angry", "0",
                                 "--tired", "10", "--takes-over", "4", "--note", "slept"});
  CHECK(added.code == 0);
  CHECK(added.out.empty());
  CHECK(added.err == kReaders + "Recorded as 1.\n");
  const auto checkins = stored(app);
  REQUIRE(checkins.size() == 1);
  CHECK(checkins[0].happy == 6);
  CHECK(checkins[0].sad == 3);
  CHECK(checkins[0].angry == 0);
  CHECK(checkins[0].tired == 10);
  CHECK(checkins[0].takes_over == 4);
  CHECK(checkins[0].note == "slept");
  CHECK(checkins[0].who.empty());
}

TEST_CASE("checkin add --together keeps two sets with their names", "[checkin add]") {
  App app;
  app.run({"begin"});
  const std::vector<std::string> values{"--happy", "1", "--happy", "5", "--sad",   "2",
                                        "--sad",   "6", "--angry", "3", "--angry", "7",
                                        "--tired", "4", "--tired", "8"};
  std::vector<std::string> words{"checkin", "add", "--together", "--name", "Robin"};
  words.insert(words.end(), values.begin(), values.end());
  const Outcome nameless = app.run(words);
  CHECK(nameless.code == 2);
  CHECK_THAT(nameless.err, ContainsSubstring("a name is missing"));
  CHECK(stored(app).empty());
  words.insert(words.end(), {"--name", "Sam"});
  const Outcome added = app.run(words);
  CHECK(added.code == 0);
  CHECK(added.err ==
        "Kept without a passphrase: whoever uses this account can read both "
        "answers, each of you too.\nRecorded as 1.\nRecorded as 2.\n");
  const auto checkins = stored(app);
  REQUIRE(checkins.size() == 2);
  CHECK(checkins[0].who == "Robin");
  CHECK(checkins[0].tired == 4);
  CHECK(checkins[1].who == "Sam");
  CHECK(checkins[1].happy == 5);
  CHECK(checkins[1].tired == 8);
}

TEST_CASE("checkin add asks on a terminal and gives up at the end of input", "[checkin add]") {
  App app;
  app.run({"begin"});
  app.terminal.interactive = true;
  app.terminal.answers = {"6", "many", "3", "1", "5", "", "a good walk"};
  const Outcome added = app.run({"checkin", "add"});
  CHECK(added.code == 0);
  CHECK(added.err == kReaders + "A whole number from 0 to 10, or Enter.\nRecorded as 1.\n");
  REQUIRE(stored(app).size() == 1);
  CHECK(stored(app)[0].sad == 3);
  CHECK_FALSE(stored(app)[0].takes_over);
  CHECK(stored(app)[0].note == "a good walk");
  app.terminal.answers = {"6", "3"};
  const Outcome ended = app.run({"checkin", "add"});
  CHECK(ended.code == 2);
  CHECK_THAT(ended.err, ContainsSubstring("one of the four numbers is missing"));
  CHECK(stored(app).size() == 1);
}

TEST_CASE("checkin add asks two people one after the other", "[checkin add]") {
  App app;
  app.run({"begin"});
  app.terminal.interactive = true;
  app.terminal.answers = {"Robin", "1", "2", "3", "4", "5", "", "Sam", "5", "6", "7", "8", "", ""};
  CHECK(app.run({"checkin", "add", "--together"}).code == 0);
  REQUIRE(stored(app).size() == 2);
  CHECK(stored(app)[0].takes_over == 5);
  CHECK(stored(app)[1].who == "Sam");
  CHECK(stored(app)[1].angry == 7);
}
