#include "sample_reviews.hpp"

#include "sample_parts.hpp"

namespace lull::testing {
namespace {

Review framed(ReviewSpan kind, DaySpan span, Day made_on) {
  Review review;
  review.kind = kind;
  review.span = span;
  review.made_on = made_on;
  review.made_at = to_iso(made_on) + "T09:12:00+01:00";
  return review;
}

void add_rich_reasons(Review& review) {
  review.themes = rich_themes(review.span);
  review.entries_without_reason = 7;
  review.entries_unread = 1;
  review.has_first_account = true;
  review.first_account = {
      quote("I [[worked all the time]] and that is the whole story.", 1, at(2026, 10, 4)),
      quote("[[The distance]] was never going to hold.", 1, at(2026, 10, 4))};
  review.contradictions = {
      {Theme::money_work, quote("My [[job was the problem]], nothing else.", 1, at(2026, 10, 4)),
       quote("It was never about [[the job]]; I hid in it.", 23, at(2026, 10, 27))}};
  review.phrases = {{"I should have said something", 6, 5}, {"like two lodgers", 3, 3}};
}

void add_rich_closeness(Review& review) {
  review.emotional_days = 8;
  review.physical_days = 3;
  review.urges_for_sex = 4;
  review.emotional_quotes = {
      quote("We sat in one room and were [[alone together]].", 9, at(2026, 10, 12))};
  review.physical_quotes = {
      quote("We had [[sex instead of the talk]] we needed.", 14, at(2026, 10, 17))};
}

void add_rich_ends(Review& review) {
  review.my_wants = {want(WantTopic::home, "one home, in one city", "in two years", 4),
                     want(WantTopic::children, "to know before I am forty", "", 2)};
  Want guess = want(WantTopic::work, "to stay in the north for the clinic", "for now", 3);
  guess.whose = WantWhose::theirs;
  guess.source = WantSource::guessed;
  Want heard = want(WantTopic::children, "none", "", 5);
  heard.whose = WantWhose::theirs;
  heard.source = WantSource::heard;
  review.their_wants = {guess, heard};
  review.questions = {{"Do they want one home, and when?"},
                      {"What would they need to feel less alone?"},
                      {"Have they found another way to fight?"}};
  review.markers = {{"i_words", "I-words", 9.1, 7.4,
                     "They rise with distress and fall with distance; they say nothing of guilt."},
                    {"we_words", "We-words", 2.6, 3.0, "They count the word, not the closeness."}};
  review.decisions = {decision(Choice::undecided, "It is too early to tell wanting from missing.")};
  review.talks = {talk()};
  review.checkins = {checkin(at(2026, 11, 4), 4, 6, 2, 5), checkin(at(2026, 11, 5), 5, 5, 1, 6),
                     checkin(at(2026, 11, 6), 6, 4, 1, 4)};
}

}  // namespace

Review rich_review() {
  Review review = framed(ReviewSpan::period, {at(2026, 10, 3), at(2026, 11, 5)}, at(2026, 11, 6));
  review.silence = rich_silence(review.span);
  review.writing = rich_writing(review.span);
  add_rich_reasons(review);
  add_rich_closeness(review);
  add_rich_ends(review);
  return review;
}

Review sparse_review() {
  Review review =
      framed(ReviewSpan::preview, {at(2026, 11, 10), at(2026, 11, 20)}, at(2026, 11, 20));
  review.silence = plain_silence(review.span);
  review.writing.entries = 1;
  review.writing.days_written = 1;
  review.writing.words = 42;
  review.writing.weeks = 2;
  review.entries_without_reason = 1;
  return review;
}

Review empty_review() {
  return framed(ReviewSpan::all, {at(2026, 11, 20), at(2026, 11, 20)}, at(2026, 11, 20));
}

Review unsafe_review() {
  Review review = framed(ReviewSpan::period, {at(2026, 9, 1), at(2026, 11, 15)}, at(2026, 11, 15));
  review.safety = true;
  review.help_lines = {"If you are in danger now, call 112.",
                       "A helpline for violence in a relationship is free and open at all hours: "
                       "0800 000 000. Nobody there decides anything for you.",
                       "More, and what to do when your devices are watched: lull help safety"};
  review.silence = unsafe_silence(review.span);
  review.writing = rich_writing({at(2026, 10, 3), at(2026, 11, 5)});
  return review;
}

Review ten_years_review() {
  const DaySpan span{at(2016, 11, 20), at(2026, 11, 17)};
  Review review = framed(ReviewSpan::dates, span, at(2026, 11, 20));
  review.silence = ten_years_silence(span);
  review.writing = ten_years_writing(span);
  review.themes = ten_years_themes(span);
  review.entries_without_reason = 2101;
  review.markers = {{"i_words", "I-words", 8.2, 6.9, "Your own trend, and no more than that."}};
  return review;
}

std::vector<SampleReview> all_sample_reviews() {
  return {{"rich", rich_review()},
          {"sparse", sparse_review()},
          {"empty", empty_review()},
          {"unsafe", unsafe_review()},
          {"ten-years", ten_years_review()}};
}

Review review_that_says(const std::string& text) {
  Review review = rich_review();
  const auto say = [&](Quote& place) {
    place.text = text;
    place.words = {{0, text.size()}};
  };
  review.help_lines = {text};
  review.silence->period.alias = text;
  for (auto& [feeling, times] : review.writing.feelings) feeling = text;
  for (ThemeFinding& finding : review.themes) {
    for (Quote& place : finding.quotes) say(place);
    finding.verdict.why = text;
  }
  for (Quote& place : review.first_account) say(place);
  for (Contradiction& pair : review.contradictions) {
    say(pair.one);
    say(pair.other);
  }
  for (RepeatedPhrase& phrase : review.phrases) phrase.text = text;
  for (Quote& place : review.emotional_quotes) say(place);
  for (Quote& place : review.physical_quotes) say(place);
  for (Want& mine : review.my_wants) mine.text = mine.horizon = text;
  for (Want& theirs : review.their_wants) theirs.text = theirs.horizon = text;
  for (OpenQuestion& question : review.questions) question.text = text;
  for (Decision& made : review.decisions) {
    made.reason = made.to_a_friend = made.missing = made.must_differ = text;
  }
  for (Talk& held : review.talks) held.first_name = held.second_name = held.note = text;
  for (CheckIn& answers : review.checkins) answers.who = answers.note = text;
  return review;
}

}  // namespace lull::testing
