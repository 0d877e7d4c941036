#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <vector>

#include "lull/base/day_rule.hpp"
#include "lull/model/streak.hpp"
#include "support/catch.hpp"
#include "support/time_zone.hpp"
#include "support/zones.hpp"

using namespace lull;

namespace {

constexpr int kCases = 100'000;
constexpr std::int64_t kHour = 3600;

// One thing that was written down, wherever the person was and whenever their day began.
struct Written {
  Instant at;
  std::size_t zone = 0;
  int day_start = 0;
  Day day;       // by the rule
  Day slow_day;  // by looking at one day after the other
};

// A silence of some weeks, lived in several places: last in touch, contacts, now.
struct Life {
  Written last_in_touch;
  std::vector<Written> contacts;
  std::vector<int> lengths;  // days after the first that each contact lasts
  Written now;
  int length = 30;
  OnBreak on_break = OnBreak::carry_on;
};

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(least, most)(random_);
  }
  Written somewhere(Instant at) {
    Written written;
    written.at = at;
    written.zone = static_cast<std::size_t>(between(0, test::kZones.size() - 1));
    written.day_start = static_cast<int>(between(0, 720));
    return written;
  }
  Life life() {
    Life life;
    const Instant begin{between(30 * 24 * kHour, 2'140'000'000)};
    life.last_in_touch = somewhere(begin);
    const std::int64_t span = between(0, 45 * 24) * kHour;
    for (std::int64_t left = between(0, 4); left > 0; --left) {
      life.contacts.push_back(somewhere(begin + between(-40 * kHour, span + 3 * kHour)));
      life.lengths.push_back(between(0, 3) == 0 ? static_cast<int>(between(1, 5)) : 0);
    }
    life.now = somewhere(begin + span);
    life.length = static_cast<int>(between(1, 40));
    life.on_break = between(0, 1) == 0 ? OnBreak::carry_on : OnBreak::restart;
    return life;
  }

 private:
  std::mt19937_64 random_;
};

// The day whose beginning is the last one not after the instant, found by trying each.
Day day_by_trying(const date::time_zone& zone, const Written& written) {
  Day day{static_cast<std::int32_t>(written.at.seconds / (24 * kHour)) - 3};
  while (test::first_instant(zone, {day + 1, written.day_start * 60}) <= written.at) {
    day = day + 1;
  }
  return day;
}

// Zone after zone, since the process can only be in one at a time.
void write_all(std::vector<Life>& lives) {
  std::map<std::size_t, std::vector<Written*>> by_zone;
  const auto add = [&](Written& written) { by_zone[written.zone].push_back(&written); };
  for (Life& life : lives) {
    add(life.last_in_touch);
    add(life.now);
    std::for_each(life.contacts.begin(), life.contacts.end(), add);
  }
  for (auto& [index, all] : by_zone) {
    const std::string& name = test::kZones.at(index);
    const test::TimeZone here(name);
    const date::time_zone* zone = date::locate_zone(name);
    for (Written* written : all) {
      written->day = DayRule(Zone(name), written->day_start).moment(written->at).day;
      written->slow_day = day_by_trying(*zone, *written);
    }
  }
}

struct SlowNumbers {
  int current = 0, longest = 0, total = 0, broken = 0;
  bool complete = false;
};

// Lives through the days one by one.
SlowNumbers live_through(const Life& life) {
  std::set<Day> broken;
  for (std::size_t i = 0; i < life.contacts.size(); ++i) {
    for (int more = 0; more <= life.lengths[i]; ++more) {
      broken.insert(life.contacts[i].slow_day + more);
    }
  }
  SlowNumbers numbers;
  for (Day day = life.last_in_touch.slow_day + 1; day <= life.now.slow_day; day = day + 1) {
    if (broken.count(day) > 0) {
      ++numbers.broken;
      numbers.current = 0;
      continue;
    }
    ++numbers.total;
    ++numbers.current;
    numbers.longest = std::max(numbers.longest, numbers.current);
    const int counted = life.on_break == OnBreak::carry_on ? numbers.total : numbers.current;
    numbers.complete = numbers.complete || counted >= life.length;
  }
  return numbers;
}

}  // namespace

TEST_CASE("the streak of a travelled life agrees with living through its days",
          "[TravellingStreak]") {
  Chance chance(20261121);
  std::vector<Life> lives;
  for (int i = 0; i < kCases; ++i) lives.push_back(chance.life());
  write_all(lives);
  int other_day = 0, disagreed = 0, complete = 0, broken = 0;
  for (const Life& life : lives) {
    std::vector<DaySpan> breaks;
    other_day += life.now.day != life.now.slow_day;
    other_day += life.last_in_touch.day != life.last_in_touch.slow_day;
    for (std::size_t i = 0; i < life.contacts.size(); ++i) {
      const Day day = life.contacts[i].day;
      other_day += day != life.contacts[i].slow_day;
      breaks.push_back({day, day + life.lengths[i]});
    }
    const Silence silence{life.last_in_touch.day, life.length, life.on_break, {}};
    const Streak streak = streak_of(silence, breaks, life.now.day);
    const SlowNumbers slow = live_through(life);
    disagreed += streak.current.days != slow.current || streak.longest.days != slow.longest ||
                 streak.total != slow.total || streak.broken_days != slow.broken ||
                 streak.complete() != slow.complete;
    complete += slow.complete;
    broken += slow.broken > 0;
  }
  CHECK(other_day == 0);
  CHECK(disagreed == 0);
  // The lives hold both what is complete and what is not, broken and unbroken.
  CHECK(complete > kCases / 10);
  CHECK(complete < kCases * 9 / 10);
  CHECK(broken > kCases / 4);
}

TEST_CASE("a day that was written stays, wherever the person goes and however their day begins",
          "[TravellingStreak]") {
  const Instant at{1'795'212'000};  // Friday 22:00 UTC
  Moment contact;
  {
    const test::TimeZone berlin("Europe/Berlin");
    contact = DayRule(Zone("Europe/Berlin")).moment(at);
  }
  CHECK(to_iso(contact.day) == "2026-11-20");
  {
    const test::TimeZone far_east("Pacific/Kiritimati");
    CHECK(to_iso(DayRule(Zone("Pacific/Kiritimati")).day_of(at)) == "2026-11-21");
  }
  const Silence silence{contact.day - 10, 30, OnBreak::carry_on, {}};
  const std::vector<DaySpan> breaks{{contact.day, contact.day}};
  CHECK(streak_of(silence, breaks, contact.day + 1).current.days == 1);
  // Travelled west over the date line, today is before the day that was written: nothing breaks,
  // and nothing is negative.
  const Streak west = streak_of(silence, breaks, contact.day - 1);
  CHECK(west.current.days == 9);
  CHECK(west.broken_days == 0);
}
