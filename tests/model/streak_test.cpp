#include "lull/model/streak.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "lull/model/contact.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

// The slow and obvious way: look at each day by itself, and live on until the length is reached.
class DayByDay {
 public:
  DayByDay(const Silence& silence, const std::vector<DaySpan>& breaks, Day today)
      : silence_(silence), breaks_(breaks), last_(today) {
    if (silence.closed_on && *silence.closed_on < today) last_ = *silence.closed_on;
  }

  bool is_quiet(Day day) const {
    if (day <= silence_.from) return false;
    for (const DaySpan& span : breaks_) {
      if (span.contains(day)) return false;
    }
    return true;
  }

  Streak streak() const {
    Streak result;
    Day run_begins = silence_.from + 1;
    for (Day day = run_begins; day <= last_; day = day + 1) {
      if (is_quiet(day)) {
        ++result.total;
        continue;
      }
      ++result.broken_days;
      keep_run(result, run_begins, day - 1);
      run_begins = day + 1;
    }
    result.current = {run_begins, run_begins - 1, 0};
    while (result.current.last < last_) {
      result.current.last = result.current.last + 1;
      ++result.current.days;
    }
    result.runs.push_back(result.current);
    result.longest = result.runs.front();
    for (const Run& run : result.runs) {
      if (run.days > result.longest.days) result.longest = run;
    }
    look_back_a_month(result);
    if (silence_.length) live_on(result);
    return result;
  }

 private:
  static void keep_run(Streak& result, Day first, Day last) {
    if (first <= last) result.runs.push_back({first, last, last - first + 1});
  }

  void look_back_a_month(Streak& result) const {
    for (Day day = last_; day > silence_.from && result.window < 30; day = day - 1) {
      ++result.window;
      if (is_quiet(day)) ++result.quiet_in_window;
    }
  }

  // Days after the last one are lived without a break.
  void live_on(Streak& result) const {
    result.length = silence_.length;
    int counted = 0;
    Day day = silence_.from;
    while (counted < *silence_.length) {
      day = day + 1;
      if (day > last_ || is_quiet(day)) {
        ++counted;
      } else if (silence_.on_break == OnBreak::restart) {
        counted = 0;
      }
    }
    const Day reached_so_far = std::max(last_, silence_.from);
    result.days_to_go = std::max(0, day - reached_so_far);
    if (day <= last_) result.completed_on = day;
    if (day <= last_ || !silence_.closed_on) result.opens_on = day;
  }

  Silence silence_;
  const std::vector<DaySpan>& breaks_;
  Day last_;
};

bool agree(const Streak& one, const Streak& other) {
  return one.current == other.current && one.longest == other.longest && one.runs == other.runs &&
         one.total == other.total && one.broken_days == other.broken_days &&
         one.window == other.window && one.quiet_in_window == other.quiet_in_window &&
         one.length == other.length && one.days_to_go == other.days_to_go &&
         one.completed_on == other.completed_on && one.opens_on == other.opens_on;
}

struct RandomCase {
  Silence silence;
  std::vector<DaySpan> breaks;
  Day today;
};

RandomCase random_case(std::mt19937& random) {
  const auto from_to = [&random](int least, int most) {
    return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
  };
  RandomCase c;
  c.today = Day{from_to(-3, 20000)};
  const int age = from_to(0, 9) == 0 ? from_to(-10, 100) : from_to(-2, 45);
  c.silence.from = c.today - age;
  if (from_to(0, 4) > 0) c.silence.length = from_to(1, 40);
  if (from_to(0, 1) == 0) c.silence.on_break = OnBreak::restart;
  if (from_to(0, 4) == 0) c.silence.closed_on = c.today - from_to(-5, 20);
  for (int left = from_to(0, 6); left > 0; --left) {
    const Day first = c.silence.from + from_to(-6, std::max(age, 0) + 4);
    c.breaks.push_back({first, first + (from_to(0, 2) == 0 ? from_to(0, 9) : 0)});
  }
  return c;
}

constexpr Day kToday{20500};

Contact contact_on(Day day, Direction direction, Channel channel = Channel::text) {
  Contact contact;
  contact.at.day = contact.last_day = day;
  contact.channel = channel;
  contact.direction = direction;
  return contact;
}

Contact lasting_until(Contact contact, Day day) {
  contact.last_day = day;
  return contact;
}

Contact under(Contact contact, const char* exception) {
  contact.exception = exception;
  return contact;
}

Streak streak_with(const Silence& silence, const std::vector<Contact>& contacts,
                   bool looking_breaks = false) {
  std::vector<DaySpan> breaks;
  for (const Contact& contact : contacts) {
    if (breaks_silence(contact, looking_breaks)) breaks.push_back(contact.days());
  }
  return streak_of(silence, breaks, kToday);
}

}  // namespace

TEST_CASE("the streak agrees with a walk over each day, whatever happened", "[Streak]") {
  std::mt19937 random(20261120);
  int disagreed = 0;
  int complete = 0;
  for (int i = 0; i < 120'000; ++i) {
    const RandomCase c = random_case(random);
    const Streak streak = streak_of(c.silence, c.breaks, c.today);
    if (!agree(streak, DayByDay(c.silence, c.breaks, c.today).streak())) {
      if (disagreed++ < 3) {
        UNSCOPED_INFO("case " << i << ": from " << c.silence.from.number << ", today "
                              << c.today.number << ", " << c.breaks.size() << " breaks");
      }
    }
    complete += streak.complete() ? 1 : 0;
  }
  CHECK(disagreed == 0);
  CHECK(complete > 10'000);  // the cases hold both what is complete and what is not
  CHECK(complete < 110'000);
}

TEST_CASE("what the numbers promise each other holds whatever happened", "[Streak]") {
  std::mt19937 random(7);
  int wrong = 0;
  for (int i = 0; i < 20'000; ++i) {
    RandomCase c = random_case(random);
    const Streak streak = streak_of(c.silence, c.breaks, c.today);
    const Day last = c.silence.closed_on ? std::min(c.today, *c.silence.closed_on) : c.today;
    wrong += streak.total + streak.broken_days != std::max(0, last - c.silence.from);
    wrong += streak.longest.days < streak.current.days;
    wrong += streak.quiet_in_window > streak.window;
    std::reverse(c.breaks.begin(), c.breaks.end());
    c.breaks.insert(c.breaks.end(), c.breaks.begin(), c.breaks.end());
    wrong += !agree(streak, streak_of(c.silence, c.breaks, c.today));
  }
  CHECK(wrong == 0);
}

TEST_CASE("one break four days in leaves two runs and moves the end by one day", "[Streak]") {
  const Silence silence{kToday - 40, 30, OnBreak::carry_on, {}};
  const Streak streak = streak_with(silence, {contact_on(kToday - 36, Direction::out)});
  CHECK(streak.current == Run{kToday - 35, kToday, 36});
  CHECK(streak.runs == std::vector{Run{kToday - 39, kToday - 37, 3}, streak.current});
  CHECK(streak.longest == streak.current);
  CHECK(streak.total == 39);
  CHECK(streak.broken_days == 1);
  CHECK(streak.complete());
  CHECK(streak.completed_on == kToday - 9);
  CHECK(streak_with(silence, {}).completed_on == kToday - 10);
}

TEST_CASE("each rule of the silence decides what a contact does to ten quiet days", "[Streak]") {
  struct Rule {
    const char* name;
    std::vector<Contact> contacts;
    int current = 0, total = 0, broken = 0;
    bool looking_breaks = false;
  };
  const Day d = kToday;
  const std::vector<Rule> rules{
      {"nothing happened", {}, 10, 10, 0},
      {"a text went out", {contact_on(d - 3, Direction::out)}, 3, 9, 1},
      {"they called and it was answered",
       {contact_on(d - 3, Direction::both, Channel::call)},
       3,
       9,
       1},
      {"they called and it was not answered",
       {contact_on(d - 3, Direction::in, Channel::call)},
       10,
       10,
       0},
      {"they met by accident",
       {contact_on(d - 3, Direction::accidental, Channel::visit)},
       10,
       10,
       0},
      {"it was not wanted", {contact_on(d - 3, Direction::unwanted, Channel::sex)}, 10, 10, 0},
      {"sex that both were part of", {contact_on(d - 3, Direction::both, Channel::sex)}, 3, 9, 1},
      {"a text under an exception",
       {under(contact_on(d - 3, Direction::out), "children")},
       10,
       10,
       0},
      {"a look at a profile", {contact_on(d - 3, Direction::looked, Channel::social)}, 10, 10, 0},
      {"a look at a profile, when looking breaks",
       {contact_on(d - 3, Direction::looked, Channel::social)},
       3,
       9,
       1,
       true},
      {"over midnight, so it touches two days",
       {lasting_until(contact_on(d - 3, Direction::both, Channel::visit), d - 2)},
       2,
       8,
       2},
      {"a slip of five days", {lasting_until(contact_on(d - 6, Direction::both), d - 2)}, 2, 5, 5},
      {"on the day of the last contact itself", {contact_on(d - 10, Direction::out)}, 10, 10, 0},
      {"before the start", {contact_on(d - 14, Direction::out)}, 10, 10, 0},
      {"from before the start into it",
       {lasting_until(contact_on(d - 14, Direction::both), d - 8)},
       8,
       8,
       2},
      {"on the first day", {contact_on(d - 9, Direction::out)}, 9, 9, 1},
      {"today", {contact_on(d, Direction::out)}, 0, 9, 1},
      {"from today on", {lasting_until(contact_on(d, Direction::both), d + 3)}, 0, 9, 1},
      {"in the future", {contact_on(d + 1, Direction::out)}, 10, 10, 0},
      {"two on one day",
       {contact_on(d - 3, Direction::out), contact_on(d - 3, Direction::both)},
       3,
       9,
       1},
      {"two on days in a row",
       {contact_on(d - 3, Direction::out), contact_on(d - 4, Direction::out)},
       3,
       8,
       2},
      {"two that overlap",
       {lasting_until(contact_on(d - 6, Direction::both), d - 3),
        lasting_until(contact_on(d - 5, Direction::both), d - 4)},
       3,
       6,
       4},
      {"every day", {lasting_until(contact_on(d - 9, Direction::both), d)}, 0, 0, 10},
  };
  const Silence silence{kToday - 10, 30, OnBreak::carry_on, {}};
  for (const Rule& rule : rules) {
    INFO(rule.name);
    const Streak streak = streak_with(silence, rule.contacts, rule.looking_breaks);
    CHECK(streak.current.days == rule.current);
    CHECK(streak.total == rule.total);
    CHECK(streak.broken_days == rule.broken);
    CHECK(streak.days_to_go == 30 - rule.total);
    CHECK(streak.opens_on == kToday + (30 - rule.total));
  }
}

TEST_CASE("deleting a break gives its days back", "[Streak]") {
  const Silence silence{kToday - 12, 30, OnBreak::carry_on, {}};
  std::vector<Contact> contacts{contact_on(kToday - 8, Direction::out),
                                contact_on(kToday - 5, Direction::out)};
  CHECK(streak_with(silence, contacts).total == 10);
  contacts.erase(contacts.begin());
  const Streak after = streak_with(silence, contacts);
  CHECK(after.total == 11);
  CHECK(after.runs == std::vector{Run{kToday - 11, kToday - 6, 6}, Run{kToday - 4, kToday, 5}});
  contacts.clear();
  CHECK(streak_with(silence, contacts).runs == std::vector{Run{kToday - 11, kToday, 12}});
}

TEST_CASE("carrying on keeps the days before a break, restarting asks for one whole run",
          "[Streak]") {
  const std::vector<Contact> slip{contact_on(kToday - 5, Direction::out)};
  const Streak on = streak_with({kToday - 20, 30, OnBreak::carry_on, {}}, slip);
  const Streak again = streak_with({kToday - 20, 30, OnBreak::restart, {}}, slip);
  CHECK(on.days_to_go == 11);
  CHECK(on.opens_on == kToday + 11);
  CHECK(again.days_to_go == 25);
  CHECK(again.opens_on == kToday + 25);
  CHECK(on.total == again.total);
  CHECK(on.longest == again.longest);
}

TEST_CASE("a period that was complete stays complete after a later break", "[Streak]") {
  for (const OnBreak rule : {OnBreak::carry_on, OnBreak::restart}) {
    const Streak streak =
        streak_with({kToday - 40, 30, rule, {}}, {contact_on(kToday, Direction::out)});
    CHECK(streak.completed_on == kToday - 10);
    CHECK(streak.opens_on == kToday - 10);
    CHECK(streak.days_to_go == 0);
    CHECK(streak.current.days == 0);
  }
}

TEST_CASE("the period is complete on its last day, not on the day after", "[Streak]") {
  CHECK(streak_with({kToday - 30, 30, OnBreak::carry_on, {}}, {}).completed_on == kToday);
  const Streak eve = streak_with({kToday - 29, 30, OnBreak::carry_on, {}}, {});
  CHECK(!eve.complete());
  CHECK(eve.days_to_go == 1);
  CHECK(eve.opens_on == kToday + 1);
}

TEST_CASE("a period for safety only counts: nothing to go, nothing to open", "[Streak]") {
  const Streak streak = streak_with({kToday - 400, {}, OnBreak::carry_on, {}},
                                    {contact_on(kToday - 100, Direction::out)});
  CHECK(streak.current.days == 100);
  CHECK(streak.total == 399);
  CHECK(!streak.complete());
  CHECK(!streak.length);
  CHECK(!streak.days_to_go);
  CHECK(!streak.opens_on);
}

TEST_CASE("before it begins everything is nothing, and it opens its length later", "[Streak]") {
  for (const int ahead : {0, 5}) {
    const Silence silence{kToday + ahead, 30, OnBreak::carry_on, {}};
    const Streak streak = streak_with(silence, {contact_on(kToday, Direction::out)});
    CHECK(streak.current == Run{kToday + ahead + 1, kToday + ahead, 0});
    CHECK(streak.runs == std::vector{streak.current});
    CHECK(streak.total == 0);
    CHECK(streak.broken_days == 0);
    CHECK(streak.window == 0);
    CHECK(streak.opens_on == kToday + ahead + 30);
  }
}

TEST_CASE("days and breaks after a period was closed do not count", "[Streak]") {
  const Silence silence{kToday - 40, 30, OnBreak::carry_on, kToday - 20};
  const Streak streak = streak_with(silence, {contact_on(kToday - 19, Direction::out)});
  CHECK(streak.current == Run{kToday - 39, kToday - 20, 20});
  CHECK(streak.window == 20);
  CHECK(streak.quiet_in_window == 20);
  CHECK(streak.days_to_go == 10);
  CHECK(!streak.opens_on);
}

TEST_CASE("the last thirty days are counted by themselves", "[Streak]") {
  const Silence silence{kToday - 100, 30, OnBreak::carry_on, {}};
  const Streak streak = streak_with(
      silence, {contact_on(kToday - 29, Direction::out), contact_on(kToday - 30, Direction::out)});
  CHECK(streak.window == 30);
  CHECK(streak.quiet_in_window == 29);
}

TEST_CASE("of two equal runs the first is the longest", "[Streak]") {
  const Streak streak = streak_with({kToday - 11, 30, OnBreak::carry_on, {}},
                                    {contact_on(kToday - 5, Direction::out)});
  CHECK(streak.current.days == 5);
  CHECK(streak.longest == Run{kToday - 10, kToday - 6, 5});
}

TEST_CASE("a span that ends before it begins counts as its first day", "[Streak]") {
  const std::vector<DaySpan> odd{{kToday - 3, Day{}}};
  const Streak streak = streak_of({kToday - 10, 30, OnBreak::carry_on, {}}, odd, kToday);
  CHECK(streak.broken_days == 1);
  CHECK(streak.current.days == 3);
}

TEST_CASE("a very long silence with very many breaks is counted", "[Streak]") {
  std::vector<DaySpan> breaks;
  for (int i = 0; i < 27'000; ++i) {
    const Day day = kToday - (i * 7919 % 200'000);
    breaks.push_back({day, day});
  }
  const Streak streak = streak_of({kToday - 200'000, 30, OnBreak::carry_on, {}}, breaks, kToday);
  CHECK(streak.broken_days == 27'000);
  CHECK(streak.total == 173'000);
}
