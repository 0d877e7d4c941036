#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lull {

/// A day of the calendar, as days since 1970-01-01. It has no zone: which instants belong to it is
/// decided by a DayRule. The difference of two days is a number of days.
struct Day {
  std::int32_t number = 0;

  friend auto operator<=>(const Day&, const Day&) = default;
  friend Day operator+(Day day, int days) { return Day{day.number + days}; }
  friend Day operator-(Day day, int days) { return Day{day.number - days}; }
  friend int operator-(Day left, Day right) { return left.number - right.number; }
};

/// Days from `first` to `last`, both included.
struct DaySpan {
  Day first;
  Day last;

  bool contains(Day day) const { return first <= day && day <= last; }
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// Year, month 1-12, day 1-31 of the Gregorian calendar.
struct CivilDate {
  int year = 1970;
  int month = 1;
  int day = 1;

  friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

CivilDate civil_of(Day day);
/// Nothing when the calendar has no such day (2026-02-30), or the year is outside 1900 to 9999.
std::optional<Day> day_of(const CivilDate& date);
/// 0 is Monday, 6 is Sunday.
int weekday_of(Day day);
std::string_view weekday_name(int weekday);  ///< "Monday"
std::string_view month_name(int month);      ///< 1 is "January"
DaySpan month_of(Day day);                   ///< the whole month that holds `day`

std::string to_iso(Day day);  ///< "2026-11-20"
/// Exactly YYYY-MM-DD, nothing before or after; otherwise nothing.
std::optional<Day> parse_iso_day(std::string_view text);
/// "2026-11" to the whole month; otherwise nothing.
std::optional<DaySpan> parse_iso_month(std::string_view text);

std::string to_long_date(Day day);   ///< "Friday, 20 November 2026"
std::string to_short_date(Day day);  ///< "Fri 20 Nov 2026"

}  // namespace lull
