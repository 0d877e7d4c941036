#include "lull/base/calendar.hpp"

#include <date/date.h>

#include "support/catch.hpp"

using namespace lull;

namespace {

Day day(int year, int month, int day_of_month) {
  return day_of(CivilDate{year, month, day_of_month}).value();
}

}  // namespace

TEST_CASE("every day from 1900 to 2400 agrees with the calendar library", "[Calendar]") {
  const date::sys_days last = date::year{2400} / 12 / 31;
  std::int32_t disagreements = 0;
  for (date::sys_days at = date::year{1900} / 1 / 1; at <= last; at += date::days{1}) {
    const Day ours{at.time_since_epoch().count()};
    const date::year_month_day theirs{at};
    const CivilDate date = civil_of(ours);
    const bool agrees =
        date::year{date.year} / date.month / date.day == theirs && day_of(date) == ours &&
        weekday_of(ours) == static_cast<int>(date::weekday{at}.iso_encoding()) - 1 &&
        parse_iso_day(to_iso(ours)) == ours;
    if (!agrees) ++disagreements;
  }
  CHECK(disagreements == 0);
}

TEST_CASE("every day of twelve years is written as the calendar library writes it", "[Calendar]") {
  const date::sys_days last = date::year{2031} / 12 / 31;
  int disagreements = 0;
  for (date::sys_days at = date::year{2020} / 1 / 1; at <= last; at += date::days{1}) {
    const Day ours{at.time_since_epoch().count()};
    const auto number = static_cast<unsigned>(date::year_month_day{at}.day());
    const auto date_in = [&](const char* before, const char* after) {
      return date::format(before, at) + std::to_string(number) + date::format(after, at);
    };
    if (to_iso(ours) != date::format("%F", at)) ++disagreements;
    if (to_long_date(ours) != date_in("%A, ", " %B %Y")) ++disagreements;
    if (to_short_date(ours) != date_in("%a ", " %b %Y")) ++disagreements;
  }
  CHECK(disagreements == 0);
}

TEST_CASE("a month holds its own days and no others", "[Calendar]") {
  for (Day at = day(1999, 12, 25); at <= day(2004, 3, 5); at = at + 1) {
    const DaySpan month = month_of(at);
    CHECK(month.contains(at));
    CHECK(civil_of(month.first).day == 1);
    CHECK(civil_of(month.last + 1).day == 1);
    CHECK(civil_of(month.first).month == civil_of(month.last).month);
  }
  CHECK(month_of(day(2024, 2, 10)) == DaySpan{day(2024, 2, 1), day(2024, 2, 29)});
}

TEST_CASE("a span includes both of its ends", "[Calendar]") {
  const DaySpan span{Day{10}, Day{12}};
  CHECK(span.contains(Day{10}));
  CHECK(span.contains(Day{12}));
  CHECK_FALSE(span.contains(Day{9}));
  CHECK_FALSE(span.contains(Day{13}));
}

TEST_CASE("days that the calendar does not have are nothing", "[Calendar]") {
  const auto date = GENERATE(
      CivilDate{2026, 2, 30}, CivilDate{2025, 2, 29}, CivilDate{1900, 2, 29}, CivilDate{2026, 0, 1},
      CivilDate{2026, 13, 1}, CivilDate{2026, 1, 0}, CivilDate{2026, 1, 32}, CivilDate{2026, 4, 31},
      CivilDate{1899, 12, 31}, CivilDate{10000, 1, 1}, CivilDate{2026, -1, 1},
      CivilDate{2026, 257, 1}, CivilDate{2026, 1, 257});
  CAPTURE(date.year, date.month, date.day);
  CHECK_FALSE(day_of(date));
}

TEST_CASE("the calendar reaches from 1900 to 9999", "[Calendar]") {
  CHECK(to_iso(day(1900, 1, 1)) == "1900-01-01");
  CHECK(to_iso(day(9999, 12, 31)) == "9999-12-31");
  CHECK(day(1970, 1, 1) == Day{0});
}

TEST_CASE("only YYYY-MM-DD is a day", "[Calendar]") {
  CHECK(parse_iso_day("2026-11-20") == day(2026, 11, 20));
  const auto* text =
      GENERATE("2024-2-9", "2024-02-9", "2024-02-09 ", " 2024-02-09", "2024-02-09x", "2024/02/09",
               "20240209", "2026-02-30", "", "2026-11", "-026-11-20", "+026-11-20", "2026--1-20",
               "2026-11--1", "2026-1 -20", "2O26-11-20", "1899-12-31", "2026-11-20T10:00");
  CAPTURE(text);
  CHECK_FALSE(parse_iso_day(text));
}

TEST_CASE("a NUL inside a date is not a digit", "[Calendar]") {
  CHECK_FALSE(parse_iso_day(std::string_view("2026-11-2\0", 10)));
}

TEST_CASE("only YYYY-MM is a month", "[Calendar]") {
  CHECK(parse_iso_month("2026-11") == DaySpan{day(2026, 11, 1), day(2026, 11, 30)});
  CHECK(parse_iso_month("2024-02") == DaySpan{day(2024, 2, 1), day(2024, 2, 29)});
  const auto* text = GENERATE("2026-13", "2026-00", "2026-1", "2026-11-", "2026-11-20", "",
                              "202611", "november", "2026 11");
  CAPTURE(text);
  CHECK_FALSE(parse_iso_month(text));
}

TEST_CASE("dates are written as people write them", "[Calendar]") {
  CHECK(to_long_date(day(2026, 11, 20)) == "Friday, 20 November 2026");
  CHECK(to_short_date(day(2026, 11, 20)) == "Fri 20 Nov 2026");
  CHECK(to_short_date(day(2026, 5, 3)) == "Sun 3 May 2026");
  CHECK(weekday_name(0) == "Monday");
  CHECK(weekday_name(6) == "Sunday");
  CHECK(month_name(12) == "December");
}
