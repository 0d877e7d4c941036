#include "lull/store/records.hpp"

#include <random>

#include "lull/base/error.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

Moment moment_at(std::int64_t seconds) {
  return {Instant{seconds}, Day{static_cast<std::int32_t>(seconds / 86'400)}, "Europe/Berlin", 60};
}

Entry full_entry() {
  Entry entry;
  entry.at = moment_at(1'795'212'000);
  entry.written = Instant{1'795'219'200};
  entry.kind = EntryKind::letter;
  entry.text = "first line\n\nafter an empty one, with \\n in it\n";
  entry.mood = 4;
  entry.feelings = {"tired", "two words", "back\\slash", "line\nbreak"};
  entry.tags = {"sleep", "日記"};
  entry.starred = true;
  entry.prompt = "honest-why";
  entry.trashed_on = Day{20'777};
  return entry;
}

template <class Noun>
Noun stored_and_read(const Noun& noun) {
  const auto store = open_memory_store();
  std::int64_t id = 0;
  store->change("test", [&](Change& change) { id = insert(change, noun); });
  return find<Noun>(*store, id).value();
}

}  // namespace

TEST_CASE("an entry comes back with every field and every byte", "[records]") {
  const Entry entry = full_entry();
  const Entry read = stored_and_read(entry);
  CHECK(read.id == 1);
  CHECK(read.uid.is_set());
  CHECK(read.at == entry.at);
  CHECK(read.written == entry.written);
  CHECK(read.kind == entry.kind);
  CHECK(read.text == entry.text);
  CHECK(read.mood == entry.mood);
  CHECK(read.feelings == entry.feelings);
  CHECK(read.tags == entry.tags);
  CHECK(read.starred);
  CHECK(read.prompt == entry.prompt);
  CHECK(read.trashed_on == entry.trashed_on);
}

TEST_CASE("a text that looks like a payload's own fields stays a text", "[records]") {
  Entry entry = full_entry();
  for (const std::string text : {"\n\n", "mood 9\nstar 1\n\nbody", "x", " "}) {
    entry.text = text;
    const Entry read = stored_and_read(entry);
    CHECK(read.text == text);
    CHECK(read.mood == 4);
  }
}

TEST_CASE("a contact comes back with its span and whether it broke the silence", "[records]") {
  Contact contact;
  contact.at = moment_at(1'795'212'000);
  contact.last_day = contact.at.day + 2;
  contact.written = Instant{1'795'300'000};
  contact.channel = Channel::im;
  contact.direction = Direction::both;
  contact.exception = "children";
  contact.note = "about the school trip";
  contact.breaks = true;
  const Contact read = stored_and_read(contact);
  CHECK(read.at == contact.at);
  CHECK(read.last_day == contact.last_day);
  CHECK(read.written == contact.written);
  CHECK(read.channel == Channel::im);
  CHECK(read.direction == Direction::both);
  CHECK(read.exception == contact.exception);
  CHECK(read.note == contact.note);
  CHECK(read.breaks);
}

TEST_CASE("a quiet period comes back, with and without a length", "[records]") {
  QuietPeriod period;
  period.begun = moment_at(1'795'212'000);
  period.from = Day{20'700};
  period.ended_on = Day{20'699};
  period.length = 45;
  period.on_break = OnBreak::restart;
  period.closed_on = Day{20'760};
  period.ended_by = EndedBy::mutual;
  period.apart_for = ApartFor::rather_not_say;
  period.alias = "R.";
  period.exceptions = {"children", "bills"};
  period.closing = "part";
  const QuietPeriod read = stored_and_read(period);
  CHECK(read.from == period.from);
  CHECK(read.ended_on == period.ended_on);
  CHECK(read.length == 45);
  CHECK(read.on_break == OnBreak::restart);
  CHECK(read.closed_on == period.closed_on);
  CHECK(read.ended_by == EndedBy::mutual);
  CHECK(read.apart_for == ApartFor::rather_not_say);
  CHECK(read.alias == "R.");
  CHECK(read.exceptions == period.exceptions);
  CHECK(read.closing == "part");
  period.length.reset();
  CHECK(!stored_and_read(period).length);
}

TEST_CASE("an urge comes back", "[records]") {
  Urge urge;
  urge.at = moment_at(1'795'212'000);
  urge.written = urge.at.instant;
  urge.channel = Channel::sex;
  urge.strength = 8;
  urge.strength_after = 3;
  urge.minutes = 12;
  urge.trigger = "their song\nin the shop";
  urge.note = "went home";
  urge.outcome = UrgeOutcome::passed;
  const Urge read = stored_and_read(urge);
  CHECK(read.channel == Channel::sex);
  CHECK(read.strength == 8);
  CHECK(read.strength_after == 3);
  CHECK(read.minutes == 12);
  CHECK(read.trigger == urge.trigger);
  CHECK(read.note == urge.note);
  CHECK(read.outcome == UrgeOutcome::passed);
}

TEST_CASE("a verdict, a want and a decision come back", "[records]") {
  Verdict verdict;
  verdict.at = moment_at(1'795'212'000);
  verdict.theme = Theme::money_work;
  verdict.verdict = ThemeVerdict::confirmed;
  verdict.mine = Changed::no;
  verdict.why = "same hours";
  const Verdict read_verdict = stored_and_read(verdict);
  CHECK(read_verdict.theme == Theme::money_work);
  CHECK(read_verdict.verdict == ThemeVerdict::confirmed);
  CHECK(read_verdict.mine == Changed::no);
  CHECK(read_verdict.theirs == Changed::unasked);
  CHECK(read_verdict.why == "same hours");

  Want want;
  want.at = verdict.at;
  want.replaces = 3;
  want.dropped = true;
  want.whose = WantWhose::theirs;
  want.source = WantSource::heard;
  want.topic = WantTopic::children;
  want.text = "two";
  want.horizon = "in three years";
  want.clarity = 4;
  const Want read_want = stored_and_read(want);
  CHECK(read_want.replaces == 3);
  CHECK(read_want.dropped);
  CHECK(read_want.whose == WantWhose::theirs);
  CHECK(read_want.source == WantSource::heard);
  CHECK(read_want.topic == WantTopic::children);
  CHECK(read_want.text == "two");
  CHECK(read_want.horizon == "in three years");
  CHECK(read_want.clarity == 4);

  Decision decision;
  decision.at = verdict.at;
  decision.choice = Choice::extend;
  decision.reason = "too early";
  decision.to_a_friend = "wait";
  decision.missing = "closeness";
  decision.must_differ = "evenings";
  decision.confirmed = true;
  const Decision read_decision = stored_and_read(decision);
  CHECK(read_decision.choice == Choice::extend);
  CHECK(read_decision.reason == "too early");
  CHECK(read_decision.to_a_friend == "wait");
  CHECK(read_decision.missing == "closeness");
  CHECK(read_decision.must_differ == "evenings");
  CHECK(read_decision.confirmed);
}

TEST_CASE("a talk and a check-in come back", "[records]") {
  Talk talk;
  talk.at = moment_at(1'795'212'000);
  talk.first_name = "you";
  talk.second_name = "them";
  talk.turns = 6;
  talk.seconds = 1080;
  talk.first_felt_heard = 4;
  talk.second_heard_other = 5;
  talk.topics = {"home", "children"};
  talk.note = "calm";
  const Talk read_talk = stored_and_read(talk);
  CHECK(read_talk.first_name == "you");
  CHECK(read_talk.second_name == "them");
  CHECK(read_talk.turns == 6);
  CHECK(read_talk.seconds == 1080);
  CHECK(read_talk.first_felt_heard == 4);
  CHECK(!read_talk.first_heard_other);
  CHECK(read_talk.second_heard_other == 5);
  CHECK(read_talk.topics == talk.topics);
  CHECK(read_talk.note == "calm");

  CheckIn checkin;
  checkin.at = talk.at;
  checkin.who = "R.";
  checkin.happy = 6;
  checkin.sad = 2;
  checkin.angry = 1;
  checkin.tired = 7;
  checkin.takes_over = 3;
  checkin.note = "long week";
  const CheckIn read_checkin = stored_and_read(checkin);
  CHECK(read_checkin.who == "R.");
  CHECK(read_checkin.happy == 6);
  CHECK(read_checkin.sad == 2);
  CHECK(read_checkin.angry == 1);
  CHECK(read_checkin.tired == 7);
  CHECK(read_checkin.takes_over == 3);
  CHECK(read_checkin.note == "long week");
}

TEST_CASE("a revision holds the entry as it stood", "[records]") {
  Revision revision;
  revision.replaced = Instant{1'795'300'000};
  revision.entry = 7;
  revision.before = full_entry();
  const Revision read = stored_and_read(revision);
  CHECK(read.replaced == revision.replaced);
  CHECK(read.entry == 7);
  CHECK(read.before.id == 7);
  CHECK(read.before.text == revision.before.text);
  CHECK(read.before.tags == revision.before.tags);
}

TEST_CASE("what is visible without the key agrees with the rows", "[records]") {
  const auto store = open_memory_store();
  QuietPeriod period;
  period.from = Day{20'000};
  period.length = 30;
  Contact breaking;
  breaking.at = moment_at(20'010LL * 86'400);
  breaking.last_day = Day{20'012};
  breaking.breaks = true;
  Contact kept = breaking;
  kept.breaks = false;
  store->change("test", [&](Change& change) {
    insert(change, period);
    insert(change, breaking);
    insert(change, kept);
  });
  REQUIRE(clear_periods(*store).size() == 1);
  CHECK(clear_periods(*store).front().silence.from == period.from);
  CHECK(clear_periods(*store).front().silence.length == 30);
  REQUIRE(store->breaks().size() == 1);
  CHECK(store->breaks().front() == DaySpan{Day{20'010}, Day{20'012}});
}

TEST_CASE("the breaks are those of a walk through all contacts", "[records]") {
  std::mt19937 random(8);
  const auto store = open_memory_store();
  std::vector<std::pair<int, int>> expected;
  store->change("test", [&](Change& change) {
    for (int i = 0; i < 300; ++i) {
      Contact contact;
      const int day = 20'000 + static_cast<int>(random() % 100);
      contact.at = moment_at(day * 86'400LL);
      contact.last_day = Day{day + static_cast<int>(random() % 4)};
      contact.breaks = random() % 2 == 0;
      insert(change, contact);
    }
  });
  store->each_in_clear(TableId::contact, {}, [&](Row&& row) {
    if (row.marks.at(1) == 1) {
      expected.emplace_back(row.day.number, static_cast<int>(*row.marks.at(0)));
    }
    return true;
  });
  std::sort(expected.begin(), expected.end());
  std::vector<std::pair<int, int>> found;
  for (const DaySpan& span : store->breaks())
    found.emplace_back(span.first.number, span.last.number);
  CHECK(found == expected);
  CHECK(found.size() > 100);
}

TEST_CASE("a row whose content is no payload is refused as damage", "[records]") {
  Row row = Record<Entry>::to_row(full_entry());
  for (const std::string payload : {"", "no empty line follows", "novalue\n\n", "mood four\n\nx"}) {
    row.payload = payload;
    CHECK_THROWS_AS(Record<Entry>::from_row(row), Error);
  }
}
