#include "lull/base/calendar.hpp"

#include <date/date.h>
#include <fmt/format.h>
#include <array>
#include <cassert>

#include "two_digits.hpp"

namespace lull {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 9999;

constexpr std::array<std::string_view, 7> kWeekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

date::year_month_day to_date(Day day) {
  return date::year_month_day{date::sys_days{date::days{day.number}}};
}

Day to_day(const date::year_month_day& date) {
  return Day{date::sys_days{date}.time_since_epoch().count()};
}

// Digits only: from_chars alone would take "-1" for two of them.
std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

}  // namespace

CivilDate civil_of(Day day) {
  const date::year_month_day date = to_date(day);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<Day> day_of(const CivilDate& date) {
  if (date.year < kFirstYear || date.year > kLastYear || date.month < 1 || date.month > 12 ||
      date.day < 1 || date.day > 31) {
    return std::nullopt;
  }
  const auto candidate = date::year{date.year} / date.month / date.day;
  if (!candidate.ok()) return std::nullopt;
  return to_day(candidate);
}

int weekday_of(Day day) {
  const date::weekday weekday{date::sys_days{date::days{day.number}}};
  return static_cast<int>(weekday.iso_encoding()) - 1;
}

std::string_view weekday_name(int weekday) {
  assert(weekday >= 0 && weekday < 7);
  return kWeekdays.at(static_cast<std::size_t>(weekday));
}

std::string_view month_name(int month) {
  assert(month >= 1 && month <= 12);
  return kMonths.at(static_cast<std::size_t>(month - 1));
}

DaySpan month_of(Day day) {
  const date::year_month_day date = to_date(day);
  const auto month = date.year() / date.month();
  return {to_day(month / 1), to_day(month / date::last)};
}

std::string to_iso(Day day) {
  const CivilDate date = civil_of(day);
  if (date.year < 0 || date.year > 9999) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  }
  std::string iso = "0000-00-00";
  put_two_digits(iso, 0, date.year / 100);
  put_two_digits(iso, 2, date.year % 100);
  put_two_digits(iso, 5, date.month);
  put_two_digits(iso, 8, date.day);
  return iso;
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return day_of(CivilDate{*year, *month, *day});
}

std::optional<DaySpan> parse_iso_month(std::string_view text) {
  if (text.size() != 7) return std::nullopt;
  const auto first = parse_iso_day(std::string(text) + "-01");
  if (!first) return std::nullopt;
  return month_of(*first);
}

std::string to_long_date(Day day) {
  const CivilDate date = civil_of(day);
  return fmt::format("{}, {} {} {}", weekday_name(weekday_of(day)), date.day,
                     month_name(date.month), date.year);
}

std::string to_short_date(Day day) {
  const CivilDate date = civil_of(day);
  return fmt::format("{} {} {} {}", weekday_name(weekday_of(day)).substr(0, 3), date.day,
                     month_name(date.month).substr(0, 3), date.year);
}

}  // namespace lull
