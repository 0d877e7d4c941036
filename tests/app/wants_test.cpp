#include "lull/app/wants.hpp"

#include "lull/app/silence.hpp"
#include "lull/base/error.hpp"
#include "lull/base/zone.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

constexpr std::int64_t kDay = 86'400;

// 2026-11-20 22:00 UTC.
struct Desk {
  std::unique_ptr<Store> store = open_memory_store();
  FixedClock clock{Instant{1'795'212'000}};
  DayRule rule{ambient_zone()};
  Wants wants{*store, clock, rule};

  void pass_days(int days) { clock.move_to(clock.now() + days * kDay); }
};

WantDraft mine(const std::string& text, WantTopic topic) {
  WantDraft draft;
  draft.text = text;
  draft.topic = topic;
  return draft;
}

Want theirs(WantTopic topic, WantSource source, const std::string& text = "x") {
  Want want;
  want.whose = WantWhose::theirs;
  want.topic = topic;
  want.source = source;
  want.text = text;
  return want;
}

std::vector<std::string> questions(const std::vector<Want>& wants) {
  std::vector<std::string> texts;
  for (const OpenQuestion& question : questions_about(wants)) texts.push_back(question.text);
  return texts;
}

}  // namespace

TEST_CASE("an edit keeps the version before, and the want keeps its number", "[Wants]") {
  Desk desk;
  desk.wants.add(mine("a flat in town", WantTopic::home));
  const std::int64_t id = desk.wants.add(mine("no children", WantTopic::children)).id();
  desk.pass_days(3);
  WantEdit edit;
  edit.text = "one child";
  edit.clarity = 2;
  const WantHistory edited = desk.wants.edit(id, edit);
  CHECK(edited.id() == id);
  REQUIRE(edited.versions.size() == 2);
  CHECK(edited.versions[0].text == "no children");
  CHECK(edited.newest().text == "one child");
  CHECK(edited.newest().topic == WantTopic::children);
  CHECK(edited.newest().at.day == edited.versions[0].at.day + 3);

  const auto histories = desk.wants.histories();
  REQUIRE(histories.size() == 2);
  CHECK(histories[1].id() == id);
  CHECK(histories[1].newest().clarity == 2);
  const auto standing = standing_wants(histories);
  REQUIRE(standing.size() == 2);
  CHECK(standing[1].id == id);
  CHECK(standing[1].text == "one child");
  // The number of the second version leads to the same want.
  edit.clarity = 3;
  CHECK(desk.wants.edit(edited.newest().id, edit).id() == id);
}

TEST_CASE("a dropped want stays in its history and no longer stands", "[Wants]") {
  Desk desk;
  const std::int64_t id = desk.wants.add(mine("a dog", WantTopic::home)).id();
  desk.wants.drop(id);
  CHECK(standing_wants(desk.wants.histories()).empty());
  REQUIRE(desk.wants.histories().size() == 1);
  CHECK(desk.wants.histories()[0].versions.size() == 2);
  CHECK_THROWS_AS(desk.wants.drop(id), Error);
  WantEdit edit;
  edit.clarity = 1;
  CHECK_THROWS_AS(desk.wants.edit(id, edit), Error);
}

TEST_CASE("what cannot be a want is refused and nothing is stored", "[Wants]") {
  Desk desk;
  CHECK_THROWS_AS(desk.wants.add(mine(" \t", WantTopic::other)), Error);
  CHECK_THROWS_AS(desk.wants.add(mine("\xff", WantTopic::other)), Error);
  WantDraft draft = mine("x", WantTopic::other);
  draft.clarity = 6;
  CHECK_THROWS_AS(desk.wants.add(draft), Error);
  draft.clarity = 0;
  CHECK_THROWS_AS(desk.wants.add(draft), Error);
  draft.clarity.reset();
  draft.horizon = "\xc3";
  CHECK_THROWS_AS(desk.wants.add(draft), Error);
  CHECK(desk.wants.histories().empty());
  const std::int64_t id = desk.wants.add(mine("x", WantTopic::other)).id();
  CHECK_THROWS_AS(desk.wants.edit(id, {}), Error);
  WantEdit heard;
  heard.source = WantSource::heard;
  CHECK_THROWS_AS(desk.wants.edit(id, heard), Error);
  CHECK_THROWS_AS(desk.wants.edit(id + 1, heard), Error);
  CHECK(desk.wants.histories()[0].versions.size() == 1);
}

TEST_CASE("a want of one's own is neither guessed nor heard", "[Wants]") {
  Desk desk;
  WantDraft draft = mine("x", WantTopic::other);
  draft.source = WantSource::heard;
  CHECK(desk.wants.add(draft).newest().source == WantSource::own);
  draft.whose = WantWhose::theirs;
  CHECK(desk.wants.add(draft).newest().source == WantSource::heard);
}

TEST_CASE("what changed since week one compares the end of that week with now", "[Wants]") {
  Desk desk;
  const Day today = desk.rule.day_of(desk.clock.now());
  const std::int64_t kept = desk.wants.add(mine("kept", WantTopic::home)).id();
  const std::int64_t changed = desk.wants.add(mine("before", WantTopic::work)).id();
  const std::int64_t dropped = desk.wants.add(mine("dropped", WantTopic::faith)).id();
  const std::int64_t settled = desk.wants.add(mine("early thought", WantTopic::money)).id();
  CHECK(desk.wants.week_one() == today + 6);
  WantEdit edit;
  edit.text = "settled within the week";
  desk.pass_days(6);
  desk.wants.edit(settled, edit);
  desk.pass_days(1);
  edit.text = "after";
  desk.wants.edit(changed, edit);
  desk.wants.drop(dropped);
  const std::int64_t added = desk.wants.add(mine("new", WantTopic::freedom)).id();

  const auto histories = desk.wants.histories();
  const Day week_one = desk.wants.week_one();
  CHECK(week_one == today + 6);
  const auto change_of = [&](std::int64_t id) {
    for (const WantHistory& history : histories) {
      if (history.id() == id) return std::string(to_string(change_since(history, week_one)));
    }
    return std::string("missing");
  };
  CHECK(change_of(kept) == "same");
  CHECK(change_of(changed) == "changed");
  CHECK(change_of(dropped) == "dropped");
  CHECK(change_of(settled) == "same");
  CHECK(change_of(added) == "added");
}

TEST_CASE("week one is counted from the quiet period where there is one", "[Wants]") {
  Desk desk;
  const Day today = desk.rule.day_of(desk.clock.now());
  QuietPeriod period;
  period.from = today - 20;
  period.length = 30;
  Quiet(*desk.store, desk.clock, desk.rule, false).begin(period, "");
  CHECK(desk.wants.week_one() == today - 14);
}

TEST_CASE("versions are put together by number whatever order they come in", "[Wants]") {
  std::vector<Want> versions(4);
  const std::int64_t ids[] = {7, 2, 5, 3};
  const std::int64_t replaces[] = {5, 0, 3, 0};
  for (std::size_t i = 0; i < versions.size(); ++i) {
    versions[i].id = ids[i];
    versions[i].replaces = replaces[i];
  }
  auto histories = histories_of(versions);
  REQUIRE(histories.size() == 2);
  CHECK(histories[0].id() == 2);
  CHECK(histories[1].id() == 3);
  CHECK(histories[1].newest().id == 7);
  // Where 5 is damaged and left out, 7 stands for itself.
  std::erase_if(versions, [](const Want& want) { return want.id == 5; });
  histories = histories_of(versions);
  REQUIRE(histories.size() == 3);
  CHECK(histories[2].id() == 7);
}

TEST_CASE("what is guessed or unknown of theirs becomes a question", "[Wants]") {
  CHECK(questions({}).empty());

  Want own;
  own.topic = WantTopic::children;
  CHECK(questions({own}) ==
        std::vector<std::string>{"About children, you wrote what you want. What do they want?"});

  Want heard = theirs(WantTopic::children, WantSource::heard);
  CHECK(questions({own, heard}) ==
        std::vector<std::string>{"About children, by when do they want it?"});
  heard.horizon = "soon";
  CHECK(questions({own, heard}).empty());

  const Want guess = theirs(WantTopic::children, WantSource::guessed, "two of them");
  CHECK(questions({own, heard, guess}) ==
        std::vector<std::string>{
            "About children, you guessed of them: “two of them”. What do they say?"});
}

TEST_CASE("questions come in the order of the topics, one a topic, each guess beside them",
          "[Wants]") {
  const auto asked = questions({theirs(WantTopic::other, WantSource::guessed, "a boat"),
                                theirs(WantTopic::money, WantSource::guessed, "more"),
                                theirs(WantTopic::money, WantSource::guessed, "less"),
                                theirs(WantTopic::marriage, WantSource::guessed, "yes"),
                                theirs(WantTopic::other, WantSource::guessed, "a dog"),
                                theirs(WantTopic::other, WantSource::heard, "a cat")});
  CHECK(asked ==
        std::vector<std::string>{"About marriage, you guessed of them: “yes”. What do they say?",
                                 "About money, you guessed of them: “more”. What do they say?",
                                 "You guessed of them: “a boat”. What do they say?",
                                 "You guessed of them: “a dog”. What do they say?"});
}

TEST_CASE("a dropped want asks nothing", "[Wants]") {
  Want own;
  own.topic = WantTopic::home;
  own.dropped = true;
  Want guess = theirs(WantTopic::work, WantSource::guessed);
  guess.dropped = true;
  Want other = theirs(WantTopic::other, WantSource::guessed);
  other.dropped = true;
  CHECK(questions({own, guess, other}).empty());
}
