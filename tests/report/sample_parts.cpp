#include "sample_parts.hpp"

#include <algorithm>
#include <set>

namespace lull::testing {
namespace {

/// The silence of a span with breaks on these days, and the calendar to go with it.
SilencePart silence_with(DaySpan span, const std::vector<Day>& breaks, std::optional<int> length) {
  SilencePart part;
  part.period.id = 1;
  part.period.begun = noon_of(span.first + 1);
  part.period.from = span.first;
  part.period.length = length;
  std::vector<DaySpan> days;
  for (Day day : breaks) days.push_back({day, day});
  part.streak = streak_of({span.first, length, OnBreak::carry_on, {}}, days, span.last);
  const std::set<Day> broken(breaks.begin(), breaks.end());
  for (Day day = span.first; day <= span.last; day = day + 1) {
    DayMark mark = broken.count(day) != 0 ? DayMark::broken : DayMark::quiet;
    if (day == span.first) mark = DayMark::outside;
    part.calendar.push_back({day, mark, (day - span.first) % 3 != 2});
  }
  return part;
}

SilencePart::ChannelCount channel(Channel which, std::array<int, 6> by_direction, int breaks) {
  return {which, by_direction, breaks};
}

ThemeFinding finding(Theme theme, std::vector<int> weeks) {
  ThemeFinding found;
  found.theme = theme;
  found.weeks = std::move(weeks);
  for (std::size_t i = 0; i < found.weeks.size(); ++i) {
    found.days += found.weeks[i];
    (2 * i < found.weeks.size() ? found.first_half_days : found.second_half_days) += found.weeks[i];
  }
  found.sentences = found.days + found.days / 3;
  found.strength = found.sentences * 0.7;
  found.unclear = found.sentences;
  found.in_daily_pages = true;
  found.verdict.theme = theme;
  return found;
}

void whose(ThemeFinding& found, int mine, int theirs, int ours) {
  found.mine = mine;
  found.theirs = theirs;
  found.ours = ours;
  found.unclear = found.sentences - mine - theirs - ours;
}

}  // namespace

Day at(int year, int month, int day) { return day_of({year, month, day}).value(); }

Moment noon_of(Day day) {
  return {Instant{std::int64_t{day.number} * 86400 + 11 * 3600}, day, "Europe/Berlin", 60};
}

Quote quote(const std::string& marked, std::int64_t entry, Day day) {
  Quote made{"", entry, day, {}};
  std::size_t from = 0;
  while (true) {
    const std::size_t open = marked.find("[[", from);
    if (open == std::string::npos) break;
    const std::size_t close = marked.find("]]", open);
    made.text += marked.substr(from, open - from);
    const std::size_t begin = made.text.size();
    made.text += marked.substr(open + 2, close - open - 2);
    made.words.push_back({begin, made.text.size()});
    from = close + 2;
  }
  made.text += marked.substr(from);
  return made;
}

Want want(WantTopic topic, const std::string& text, const std::string& horizon, int clarity) {
  Want made;
  made.at = noon_of(at(2026, 11, 2));
  made.topic = topic;
  made.text = text;
  made.horizon = horizon;
  made.clarity = clarity;
  return made;
}

Decision decision(Choice choice, const std::string& reason) {
  Decision made;
  made.id = 1;
  made.at = noon_of(at(2026, 11, 5));
  made.choice = choice;
  made.reason = reason;
  made.missing = "someone in the next room";
  return made;
}

Talk talk() {
  Talk made;
  made.id = 1;
  made.at = noon_of(at(2026, 11, 6));
  made.first_name = "Mika";
  made.second_name = "me";
  made.turns = 8;
  made.seconds = 1440;
  made.first_felt_heard = 4;
  made.second_felt_heard = 3;
  return made;
}

CheckIn checkin(Day day, int happy, int sad, int angry, int tired) {
  CheckIn made;
  made.at = noon_of(day);
  made.happy = happy;
  made.sad = sad;
  made.angry = angry;
  made.tired = tired;
  return made;
}

SilencePart rich_silence(DaySpan span) {
  SilencePart part = silence_with(span, {at(2026, 10, 11), at(2026, 10, 25)}, 30);
  part.period.alias = "Mika";
  part.period.ended_on = at(2026, 9, 30);
  part.period.ended_by = EndedBy::them;
  part.period.exceptions = {"bills"};
  part.calendar.at(15).mark = DayMark::contact_kept;
  part.calendar.at(28).mark = DayMark::contact_kept;
  part.contacts = {channel(Channel::text, {1, 2, 1, 0, 0, 0}, 2),
                   channel(Channel::social, {0, 0, 0, 0, 0, 3}, 0),
                   channel(Channel::email, {1, 0, 0, 0, 0, 0}, 0)};
  part.under_exception = 1;
  part.urges = 14;
  part.urges_passed = 11;
  part.urges_acted = 2;
  part.urge_hours[6] = {1, 0, 0, 0, 0, 1, 1, 3};
  part.urge_hours[4] = {0, 0, 0, 0, 0, 0, 1, 2};
  part.urge_hours[1] = {1, 0, 0, 0, 1, 0, 0, 1};
  part.urge_hours[2] = {0, 0, 0, 0, 0, 0, 0, 2};
  part.urge_channels = {{Channel::text, 8}, {Channel::sex, 4}, {Channel::call, 2}};
  return part;
}

SilencePart plain_silence(DaySpan span) {
  SilencePart part = silence_with(span, {}, 30);
  for (MarkedDay& day : part.calendar) day.wrote = day.day == span.first + 2;
  for (int i = 1; i <= 20; ++i) {
    part.calendar.push_back({span.last + i, DayMark::future, false});
  }
  return part;
}

SilencePart unsafe_silence(DaySpan span) {
  SilencePart part = silence_with(span, {}, std::nullopt);
  part.period.apart_for = ApartFor::safety;
  part.calendar.at(20).mark = DayMark::contact_kept;
  part.calendar.at(21).mark = DayMark::contact_kept;
  part.contacts = {channel(Channel::call, {0, 0, 0, 0, 5, 0}, 0),
                   channel(Channel::visit, {0, 0, 0, 0, 1, 0}, 0)};
  return part;
}

SilencePart ten_years_silence(DaySpan span) {
  std::vector<Day> breaks;
  for (int i = 40; i < span.last - span.first; i += 61 + i % 17) breaks.push_back(span.first + i);
  SilencePart part = silence_with(span, breaks, 30);
  part.contacts = {channel(Channel::text, {static_cast<int>(breaks.size()), 31, 0, 2, 0, 0},
                           static_cast<int>(breaks.size()))};
  for (std::size_t day = 0; day < 7; ++day) {
    for (std::size_t block = 0; block < 8; ++block) {
      part.urge_hours[day][block] = static_cast<int>((day * 5 + block * block) % 25);
      part.urges += part.urge_hours[day][block];
    }
  }
  part.urges_acted = 60;
  part.urges_passed = part.urges - part.urges_acted;
  part.urge_channels = {{Channel::text, 420}, {Channel::social, part.urges - 420}};
  return part;
}

WritingPart rich_writing(DaySpan span) {
  WritingPart part;
  part.entries = 26;
  part.letters = 3;
  part.days_written = 22;
  part.words = 4187;
  part.longest_gap = 3;
  part.weeks = 5;
  part.weeks_with_cadence = 5;
  constexpr std::array<int, 22> kMood{3, 2, 4, 3, 3, 5, 2, 4, 4, 3, 5,
                                      4, 5, 6, 4, 5, 7, 6, 5, 6, 7, 6};
  int offset = 1;
  double first = 0;
  double second = 0;
  for (std::size_t i = 0; i < kMood.size(); ++i, offset += i % 2 == 0 ? 1 : 2) {
    part.mood.push_back({span.first + offset, static_cast<double>(kMood[i])});
    (i < 11 ? first : second) += kMood[i];
  }
  part.mood_first_half = first / 11;
  part.mood_second_half = second / 11;
  part.feelings = {{"tired", 9}, {"sad", 8}, {"relieved", 6}, {"angry", 4}, {"hopeful", 2}};
  return part;
}

WritingPart ten_years_writing(DaySpan span) {
  WritingPart part;
  part.days_written = span.last - span.first + 1;
  part.entries = part.days_written;
  part.words = 612000;
  part.longest_gap = 1;
  part.weeks = (part.days_written + 6) / 7;
  part.weeks_with_cadence = part.weeks;
  for (int i = 0; i < part.days_written; ++i) {
    const int mood = 4 + (i / 400) % 4 + (i * 7 % 11) / 4 - 1;
    if (i % 3 == 0) part.mood.push_back({span.first + i, static_cast<double>(mood)});
  }
  part.mood_first_half = 5.1;
  part.mood_second_half = 5.9;
  part.feelings = {{"tired", 1200}, {"calm", 900}};
  return part;
}

std::vector<ThemeFinding> rich_themes(DaySpan) {
  ThemeFinding talking = finding(Theme::communication, {1, 2, 3, 3, 2});
  whose(talking, 4, 3, 5);
  talking.quotes = {
      quote("I should have said something in March, but we [[never talked about it]].", 5,
            at(2026, 10, 8)),
      quote("Every time I [[tried to bring it up]] we ended up doing the dishes.", 12,
            at(2026, 10, 15)),
      quote("They say I [[never listened]]; I was already writing my answer.", 19,
            at(2026, 10, 22))};
  talking.verdict.verdict = ThemeVerdict::confirmed;
  talking.verdict.mine = Changed::yes;
  talking.verdict.why = "I wrote down what I did not say, and I have begun to say things.";
  ThemeFinding close = finding(Theme::emotional_intimacy, {2, 2, 2, 1, 1});
  whose(close, 2, 4, 2);
  close.quotes = {quote("We sat in one room and were [[alone together]].", 9, at(2026, 10, 12)),
                  quote("I stopped telling them [[how I was]].", 16, at(2026, 10, 19))};
  close.verdict.mine = Changed::unsure;
  ThemeFinding work = finding(Theme::money_work, {3, 1, 1, 0, 1});
  whose(work, 6, 0, 0);
  work.in_first_account = true;
  work.quotes = {
      quote("I [[worked all the time]] and that is the whole story.", 1, at(2026, 10, 4))};
  work.verdict.mine = Changed::no;
  work.verdict.why = "The contract runs until spring.";
  ThemeFinding fights = finding(Theme::conflict, {0, 1, 1, 2, 0});
  fights.quotes = {quote("The [[same fight]], with the same last word.", 21, at(2026, 10, 25))};
  ThemeFinding touch = finding(Theme::physical_intimacy, {0, 0, 2, 1, 0});
  touch.quotes = {quote("We had [[sex instead of the talk]] we needed.", 14, at(2026, 10, 17))};
  ThemeFinding away = finding(Theme::distance, {1, 0, 0, 0, 0});
  away.in_first_account = true;
  away.in_daily_pages = false;
  away.quotes = {quote("[[The distance]] was never going to hold.", 1, at(2026, 10, 4))};
  ThemeFinding jealous = finding(Theme::jealousy_insecurity, {1, 1, 0, 0, 0});
  jealous.verdict.verdict = ThemeVerdict::rejected;
  return {talking, close, work, fights, touch, away, jealous};
}

std::vector<ThemeFinding> ten_years_themes(DaySpan span) {
  std::vector<ThemeFinding> found;
  const int weeks = (span.last - span.first) / 7 + 1;
  for (Theme theme : all_themes()) {
    if (theme == Theme::abuse_safety) continue;
    const auto order = static_cast<int>(theme);
    std::vector<int> days;
    for (int week = 0; week < weeks; ++week) {
      days.push_back((week * (order + 3) / 29) % (order + 2) == 0 ? 1 + week % 2 : 0);
    }
    ThemeFinding one = finding(theme, std::move(days));
    for (int i = 0; i < 3; ++i) {
      one.quotes.push_back(quote("A sentence of that year, with [[the words that counted]] in it.",
                                 100 + order * 200 + i * 40, span.first + (order * 200 + i * 40)));
    }
    found.push_back(std::move(one));
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const ThemeFinding& left, const ThemeFinding& right) { return left.days > right.days; });
  return found;
}

}  // namespace lull::testing
