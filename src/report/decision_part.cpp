#include <algorithm>

#include "lull/base/day_rule.hpp"
#include "review_parts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

std::string words_for(Choice choice) {
  switch (choice) {
    case Choice::reconnect:
      return "to talk with them again";
    case Choice::extend:
      return "to keep the silence longer";
    case Choice::part:
      return "to part";
    case Choice::undecided:
      return "to leave it open";
  }
  return "";
}

void add_decision(const Decision& decision, Blocks& blocks) {
  Facts facts;
  facts.items.push_back(
      {"On " + plain_date(decision.at.day) + " you chose", words_for(decision.choice)});
  auto add = [&](const char* label, const std::string& words) {
    if (!words.empty()) facts.items.push_back({label, words});
  };
  add("Because", decision.reason);
  add("To a friend you would say", decision.to_a_friend);
  add("What you miss", decision.missing);
  add("What would have to differ", decision.must_differ);
  blocks.emplace_back(std::move(facts));
}

void add_questions(const Review& review, Blocks& blocks) {
  Questions questions;
  questions.items.push_back({"What would you say to a friend who had written these pages?", ""});
  if (!review.safety) {
    questions.items.push_back(
        {"What is it that you miss: closeness, sex, or not being alone?", ""});
    questions.items.push_back({"What would have to be different, and is it?", ""});
    questions.items.push_back({"Do you honestly want it back?", ""});
  } else {
    questions.items.push_back({"What do you want the next month to look like?", ""});
  }
  blocks.emplace_back(std::move(questions));
}

void add_choices(const Review& review, Blocks& blocks) {
  BulletList list;
  auto add = [&](const char* name, const char* words) {
    list.items.push_back({{name, Face::strong}, {words}});
  };
  if (!review.safety) {
    add("reconnect", ": ask them for a talk, in turns, if they want one.");
  }
  add("extend", ": keep the silence for longer.");
  add("part", ": let it be over. The journal stays yours.");
  add("undecided", ": leave it open; nothing is due.");
  blocks.emplace_back(Paragraph{
      plain(review.safety ? "There are three ways to go on, and no day by which to choose:"
                          : "There are four ways to go on, and no day by which to choose:"),
      false});
  blocks.emplace_back(std::move(list));
}

std::string minutes_of(int seconds) { return count((seconds + 30) / 60, "minute"); }

std::string heard(const std::optional<int>& rating) {
  return rating ? out_of(*rating, 5) : "not said";
}

void add_talks(const Review& review, Blocks& blocks) {
  if (review.talks.empty()) return;
  blocks.emplace_back(Heading{3, "Talks in turns"});
  Table table;
  table.columns = {
      {"Day"}, {"Began"}, {"Turns", true}, {"Spoken"}, {"First felt heard"}, {"Second felt heard"}};
  for (const Talk& talk : review.talks) {
    const bool named = !review.anonymous && !talk.first_name.empty();
    table.rows.push_back({plain_date(talk.at.day), named ? talk.first_name : "not said",
                          number(talk.turns), minutes_of(talk.seconds),
                          heard(talk.first_felt_heard), heard(talk.second_felt_heard)});
  }
  blocks.emplace_back(std::move(table));
}

void add_checkins(const Review& review, Blocks& blocks) {
  if (review.checkins.empty()) return;
  blocks.emplace_back(Heading{3, "Check-ins"});
  SmallMultiples chart;
  chart.words.title = "Happy, sad, angry, tired";
  chart.words.description = "Each from 0 to 10, in order of check-ins.";
  chart.words.numbers.columns = {
      {"Day"}, {"Happy", true}, {"Sad", true}, {"Angry", true}, {"Tired", true}};
  chart.items = {{"Happy", {}}, {"Sad", {}}, {"Angry", {}}, {"Tired", {}}};
  for (const CheckIn& checkin : review.checkins) {
    const std::array<int, 4> values{checkin.happy, checkin.sad, checkin.angry, checkin.tired};
    std::vector<std::string> cells{plain_date(checkin.at.day)};
    for (std::size_t i = 0; i < values.size(); ++i) {
      chart.items[i].values.push_back(values[i]);
      cells.push_back(number(values[i]));
    }
    chart.words.numbers.rows.push_back(std::move(cells));
  }
  chart.first_step = plain_date(review.checkins.front().at.day);
  chart.last_step = plain_date(review.checkins.back().at.day);
  blocks.emplace_back(std::move(chart));
}

}  // namespace

Blocks decision_blocks(const Review& review) {
  Blocks blocks;
  for (const Decision& decision : review.decisions) {
    if (review.safety && decision.choice == Choice::reconnect) continue;
    add_decision(decision, blocks);
  }
  blocks.emplace_back(
      Paragraph{plain("Nothing on this page decides. It is room to think, for you alone."), false});
  add_questions(review, blocks);
  add_choices(review, blocks);
  if (!review.safety) {
    add_talks(review, blocks);
    add_checkins(review, blocks);
  }
  return blocks;
}

std::string method_of(const Review& review) {
  std::string text =
      "Everything here was counted from what was written down, on this computer and by nothing "
      "else. ";
  if (!review.safety && review.writing.entries > 0) {
    text +=
        "A theme is found in a sentence by phrases of a fixed list, and ranked by the number of "
        "days that give evidence; phrases can be overlooked or misread, and your own word on a "
        "theme beats the count. ";
  }
  text +=
      "Counts are of what was written: they are not causes, and they are not the other's view. A "
      "quiet day is one on which nothing that interrupts the silence was written down.";
  return text;
}

Blocks method_blocks(const Review& review) { return {Paragraph{plain(method_of(review)), false}}; }

}  // namespace lull
