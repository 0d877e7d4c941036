#include "lull/base/when.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "lull/base/error.hpp"

namespace lull {
namespace {

constexpr int kMinute = 60;
constexpr int kHour = 3600;
constexpr std::int64_t kDaySeconds = 86'400;
constexpr int kNoon = 12 * kHour;
constexpr int kWidestOffset = 18 * kHour;
constexpr std::size_t kIsoDaySize = 10;
// Echoed with the weekday alone: no weekday comes twice within it.
constexpr std::int64_t kNear = 2 * kDaySeconds;

[[noreturn]] void refuse() {
  throw Error(ErrorKind::usage, "could not read the date: it has none of the forms below",
              "a day: 2026-11-20, today, yesterday, monday (the past one), 3d or 2w (ago)\n"
              "a time on it: \"monday 22:30\", 2026-11-20T22:30, 2026-11-20T22:30+01:00\n"
              "a time in the current journal day: 22:30");
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return lower;
}

std::optional<int> parse_digits(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

/// Seconds of exactly HH:MM or, where it is allowed, HH:MM:SS.
std::optional<int> parse_clock(std::string_view text, bool with_seconds = false) {
  int seconds = 0;
  if (with_seconds && text.size() == 8 && text[5] == ':') {
    const auto parsed = parse_digits(text.substr(6, 2));
    if (!parsed || *parsed > 59) return std::nullopt;
    seconds = *parsed;
    text.remove_suffix(3);
  }
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hours = parse_digits(text.substr(0, 2));
  const auto minutes = parse_digits(text.substr(3, 2));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return *hours * kHour + *minutes * kMinute + seconds;
}

/// 0 for "monday" and "mon"; nothing for other words.
std::optional<int> parse_weekday(std::string_view word) {
  for (int weekday = 0; weekday < 7; ++weekday) {
    const std::string name = to_lower(weekday_name(weekday));
    if (word == name || word == std::string_view(name).substr(0, 3)) return weekday;
  }
  return std::nullopt;
}

std::optional<Day> parse_days_ago(std::string_view word, Day today) {
  if (word.size() < 2 || (word.back() != 'd' && word.back() != 'w')) return std::nullopt;
  const auto count = parse_digits(word.substr(0, word.size() - 1));
  if (!count) return std::nullopt;
  const Day day = today - *count * (word.back() == 'w' ? 7 : 1);
  // Before 1900 there are no days to name.
  return lull::day_of(civil_of(day)) ? std::optional(day) : std::nullopt;
}

std::optional<Day> read_day(std::string_view word, Day today) {
  if (const auto day = parse_iso_day(word)) return day;
  if (word == "today") return today;
  if (word == "yesterday") return today - 1;
  if (const auto weekday = parse_weekday(word)) {
    const int days_ago = (weekday_of(today) - *weekday + 6) % 7 + 1;
    return today - days_ago;
  }
  return parse_days_ago(word, today);
}

/// Seconds east of UTC of "z", "+01:00", "-09:30".
std::optional<int> parse_offset(std::string_view text) {
  if (text == "z") return 0;
  if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  const auto offset = parse_clock(text.substr(1));
  if (!offset || *offset > kWidestOffset) return std::nullopt;
  return text.front() == '-' ? -*offset : *offset;
}

/// The whole of DAYTHH:MM[:SS][Z|+HH:MM], already in lower case.
std::optional<Instant> read_timestamp(std::string_view text, const DayRule& rule) {
  if (text.size() <= kIsoDaySize || text[kIsoDaySize] != 't') return std::nullopt;
  const auto day = parse_iso_day(text.substr(0, kIsoDaySize));
  if (!day) return std::nullopt;
  const std::string_view time = text.substr(kIsoDaySize + 1);
  const std::size_t end = std::min(time.find_first_of("z+-"), time.size());
  const auto clock = parse_clock(time.substr(0, end), true);
  if (!clock) return std::nullopt;
  if (end == time.size()) return rule.zone().to_instant({*day, *clock});
  const auto offset = parse_offset(time.substr(end));
  if (!offset) return std::nullopt;
  return Instant{day->number * kDaySeconds + *clock - *offset};
}

std::optional<Instant> read_day_and_clock(std::string_view text, const DayRule& rule, Day today) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto day = read_day(text.substr(0, space), today);
  const auto clock = parse_clock(text.substr(space + 1));
  if (!day || !clock) return std::nullopt;
  return rule.zone().to_instant({*day, *clock});
}

Instant in_journal_day(int clock, const DayRule& rule, Day today) {
  const bool after_midnight = clock < rule.start_minutes() * kMinute;
  return rule.zone().to_instant({after_midnight ? today + 1 : today, clock});
}

std::string count_of(std::int64_t number, std::string_view unit) {
  return fmt::format("{} {}{}", number, unit, number == 1 ? "" : "s");
}

}  // namespace

Instant parse_when(std::string_view text, const DayRule& rule, Instant now) {
  const std::string lower = to_lower(text);
  const Day today = rule.day_of(now);
  if (const auto clock = parse_clock(lower)) return in_journal_day(*clock, rule, today);
  if (const auto day = read_day(lower, today)) {
    const Instant noon = rule.zone().to_instant({*day, kNoon});
    return *day == today ? std::min(noon, now) : noon;
  }
  if (const auto at = read_timestamp(lower, rule)) return *at;
  if (const auto at = read_day_and_clock(lower, rule, today)) return *at;
  refuse();
}

Day parse_day(std::string_view text, const DayRule& rule, Instant now) {
  if (const auto day = read_day(to_lower(text), rule.day_of(now))) return *day;
  refuse();
}

std::string describe(const Moment& moment, Instant now) {
  const LocalTime local = local_time_of(moment);
  const bool is_near = std::abs(now - moment.instant) < kNear;
  const std::string date = is_near ? std::string(weekday_name(weekday_of(local.day)).substr(0, 3))
                                   : to_short_date(local.day);
  return fmt::format("{} {}, {}", date, to_clock_time(local),
                     describe_distance(moment.instant, now));
}

std::string describe_distance(Instant at, Instant now) {
  const std::int64_t seconds = std::abs(now - at);
  if (seconds < kMinute) return "just now";
  std::string distance;
  if (seconds < kHour) {
    distance = count_of(seconds / kMinute, "minute");
  } else if (seconds < kNear) {
    distance = count_of(seconds / kHour, "hour");
  } else {
    distance = count_of(seconds / kDaySeconds, "day");
  }
  return at > now ? "in " + distance : distance + " ago";
}

}  // namespace lull
