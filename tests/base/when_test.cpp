#include "lull/base/when.hpp"

#include "lull/base/error.hpp"
#include "support/catch.hpp"
#include "support/time_zone.hpp"

using namespace lull;
using lull::test::TimeZone;

namespace {

constexpr int kBerlinWinter = 60;

/// "2026-11-20 22:30" as a clock in Berlin shows it in winter.
Instant berlin(std::string_view text) {
  const Day day = parse_iso_day(text.substr(0, 10)).value();
  const int hours = (text[11] - '0') * 10 + (text[12] - '0');
  const int minutes = (text[14] - '0') * 10 + (text[15] - '0');
  return Instant{day.number * std::int64_t{86'400} + (hours * 60 + minutes - kBerlinWinter) * 60};
}

/// Friday, 20 November 2026 in Berlin, and the night after it.
struct Berlin {
  TimeZone guard{"Europe/Berlin"};
  DayRule rule{ambient_zone()};
  Instant at_night = berlin("2026-11-21 01:30");
  Instant at_two = berlin("2026-11-20 14:00");
  Instant in_the_morning = berlin("2026-11-20 09:00");
};

}  // namespace

TEST_CASE("a bare day is its noon", "[When]") {
  const Berlin here;
  const auto [text, expected] = GENERATE(table<const char*, const char*>({
      {"2026-11-20", "2026-11-20 12:00"}, {"2026-01-05", "2026-01-05 12:00"},
      {"2027-01-05", "2027-01-05 12:00"}, {"today", "2026-11-20 12:00"},
      {"TODAY", "2026-11-20 12:00"},      {"yesterday", "2026-11-19 12:00"},
      {"thursday", "2026-11-19 12:00"},   {"Friday", "2026-11-13 12:00"},
      {"saturday", "2026-11-14 12:00"},   {"Sun", "2026-11-15 12:00"},
      {"mon", "2026-11-16 12:00"},        {"tue", "2026-11-17 12:00"},
      {"WEDNESDAY", "2026-11-18 12:00"},  {"0d", "2026-11-20 12:00"},
      {"1d", "2026-11-19 12:00"},         {"3d", "2026-11-17 12:00"},
      {"3D", "2026-11-17 12:00"},         {"10d", "2026-11-10 12:00"},
      {"2w", "2026-11-06 12:00"},
  }));
  CAPTURE(text);
  CHECK(parse_when(text, here.rule, here.at_two) == berlin(expected));
  // At night the journal day is still Friday, so every day means the same.
  CHECK(parse_when(text, here.rule, here.at_night) == berlin(expected));
}

TEST_CASE("today before noon is now", "[When]") {
  const Berlin here;
  const auto* text = GENERATE("today", "2026-11-20", "0d");
  CHECK(parse_when(text, here.rule, here.in_the_morning) == here.in_the_morning);
}

TEST_CASE("a time alone lies in the current journal day", "[When]") {
  const Berlin here;
  CHECK(parse_when("23:50", here.rule, here.at_night) == berlin("2026-11-20 23:50"));
  CHECK(parse_when("01:00", here.rule, here.at_night) == berlin("2026-11-21 01:00"));
  CHECK(parse_when("02:00", here.rule, berlin("2026-11-21 03:00")) == berlin("2026-11-21 02:00"));
  CHECK(parse_when("03:59", here.rule, here.at_two) == berlin("2026-11-21 03:59"));
  CHECK(parse_when("04:00", here.rule, here.at_two) == berlin("2026-11-20 04:00"));
  CHECK(parse_when("12:30", here.rule, here.at_two) == berlin("2026-11-20 12:30"));
  CHECK(parse_when("00:00", DayRule(ambient_zone(), 0), here.at_two) == berlin("2026-11-20 00:00"));
}

TEST_CASE("a time with a day is the clock time on that date", "[When]") {
  const Berlin here;
  const auto [text, expected] = GENERATE(table<const char*, const char*>({
      {"monday 22:30", "2026-11-16 22:30"},
      {"Mon 01:30", "2026-11-16 01:30"},
      {"today 23:50", "2026-11-20 23:50"},
      {"yesterday 00:10", "2026-11-19 00:10"},
      {"3d 08:05", "2026-11-17 08:05"},
      {"2026-11-02 07:00", "2026-11-02 07:00"},
      {"2026-11-02T07:00", "2026-11-02 07:00"},
      {"2026-11-02t07:00:00", "2026-11-02 07:00"},
      {"2026-11-02T07:00Z", "2026-11-02 08:00"},
      {"2026-11-02T07:00:00z", "2026-11-02 08:00"},
      {"2026-11-02T07:00:00+01:00", "2026-11-02 07:00"},
      {"2026-11-02T07:00+05:30", "2026-11-02 02:30"},
      {"2026-11-02T07:00-03:30", "2026-11-02 11:30"},
      {"2026-11-02T00:00+14:00", "2026-11-01 11:00"},
  }));
  CAPTURE(text);
  CHECK(parse_when(text, here.rule, here.at_night) == berlin(expected));
}

TEST_CASE("seconds of a timestamp count", "[When]") {
  const Berlin here;
  CHECK(parse_when("2026-11-02T07:00:59", here.rule, here.at_two) ==
        berlin("2026-11-02 07:00") + 59);
}

TEST_CASE("what lull writes for a moment, lull reads", "[When]") {
  const auto* zone = GENERATE("Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "UTC");
  const TimeZone guard(zone);
  const DayRule rule(ambient_zone());
  for (std::int64_t seconds = 7; seconds < 2'100'000'000; seconds += 86'399'111) {
    const Instant at{seconds};
    CHECK(parse_when(to_iso(rule.moment(at)), rule, Instant{0}) == at);
  }
}

TEST_CASE("a time that the clock skips becomes the instant of the jump", "[When]") {
  const Berlin here;
  const Instant jump = parse_when("2026-03-29T01:00Z", here.rule, here.at_two);
  CHECK(parse_when("2026-03-29 02:30", here.rule, here.at_two) == jump);
}

TEST_CASE("anything else is refused, and the forms are shown", "[When]") {
  const Berlin here;
  const auto* text = GENERATE(
      "", " ", "2024-2-9", "2024-02-09x", "2024-02-09 ", " 2024-02-09", "2026-02-30", "2026/11/20",
      "20.11.2026", "11/20/2026", "20261120", "2026-11", "1899-12-31", "tomorrow", "next monday",
      "last monday", "in 3 days", "3 days", "3 d", "-3d", "+3d", "3.5d", "d", "w", "3m", "3y", "3h",
      "99999d", "9999w", "now", "noon", "midnight", "tonight", "mondays", "mo", "thurs", "tues",
      "25:00", "24:00", "12:60", "1:30", "01:3", "0130", "01:30:00", "-1:30", "01:30pm", "1pm",
      "monday 25:00", "monday  22:30", "monday 22:30 ", "monday, 22:30", "22:30 monday",
      "monday 22:30 Z", "monday 22:30+01:00", "mondayT22:30", "2026-11-20T", "2026-11-20T24:00",
      "2026-11-20T10:00:60", "2026-11-20T10:00+1", "2026-11-20T10:00+0100",
      "2026-11-20T10:00+19:00", "2026-11-20T10:00+18:01", "2026-11-20T10:00ZZ",
      "2026-11-20T10:00 Z", "2026-11-20T10:00+", "2026-11-20T10", "2026-11-20T10:00:00.5",
      "2026-02-30T10:00", "2026-02-30 10:00", "today today", "today\n", "t\u00f6day",
      "2026-11-20T10:00:00+01:00x");
  CAPTURE(text);
  const std::string typed = text;
  try {
    parse_when(typed, here.rule, here.at_two);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(std::string(error.what()) == "could not read the date: it has none of the forms below");
    CHECK_THAT(error.hint(), Catch::Matchers::ContainsSubstring("2026-11-20T22:30+01:00"));
  }
}

TEST_CASE("a NUL does not end a date", "[When]") {
  const Berlin here;
  CHECK_THROWS_AS(parse_when(std::string_view("today\0", 6), here.rule, here.at_two), Error);
}

TEST_CASE("no text makes the date reader fail in another way", "[When]") {
  const Berlin here;
  const std::string letters = "0123456789-:TtZz+dw myoanue\xC3\xA9";
  std::size_t read = 0;
  std::uint32_t state = 1;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::uint32_t size = (state >> 8) % 12; text.size() < size;) {
      state = state * 1'664'525 + 1'013'904'223;
      text += letters[(state >> 16) % letters.size()];
    }
    state = state * 1'664'525 + 1'013'904'223;
    try {
      parse_when(text, here.rule, here.at_two);
      ++read;
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::usage) FAIL("another kind");
    }
  }
  CHECK(read > 0);
}

TEST_CASE("a day can be read alone, without a time", "[When]") {
  const Berlin here;
  CHECK(to_iso(parse_day("mon", here.rule, here.at_night)) == "2026-11-16");
  CHECK(to_iso(parse_day("today", here.rule, here.at_night)) == "2026-11-20");
  CHECK(to_iso(parse_day("2026-11-25", here.rule, here.at_night)) == "2026-11-25");
  const auto* text = GENERATE("22:30", "monday 22:30", "2026-11-20T22:30", "tomorrow", "");
  CAPTURE(text);
  CHECK_THROWS_AS(parse_day(text, here.rule, here.at_night), Error);
}

TEST_CASE("a moment is echoed with its weekday when it is near, else with its date", "[When]") {
  const Berlin here;
  const auto echo = [&](const char* at) {
    return describe(here.rule.moment(berlin(at)), here.at_night);
  };
  CHECK(echo("2026-11-20 22:30") == "Fri 22:30, 3 hours ago");
  CHECK(echo("2026-11-21 01:00") == "Sat 01:00, 30 minutes ago");
  CHECK(echo("2026-11-21 01:30") == "Sat 01:30, just now");
  CHECK(echo("2026-11-19 01:31") == "Thu 01:31, 47 hours ago");
  CHECK(echo("2026-11-19 01:30") == "Thu 19 Nov 2026 01:30, 2 days ago");
  CHECK(echo("2026-11-17 01:00") == "Tue 17 Nov 2026 01:00, 4 days ago");
  CHECK(echo("2026-11-21 03:30") == "Sat 03:30, in 2 hours");
}

TEST_CASE("a moment is echoed in the offset it was written in", "[When]") {
  const TimeZone guard("America/New_York");
  const Moment in_tokyo{berlin("2026-11-20 22:30"), *parse_iso_day("2026-11-21"), "Asia/Tokyo",
                        540};
  CHECK(describe(in_tokyo, berlin("2026-11-20 22:31")) == "Sat 06:30, 1 minute ago");
}

TEST_CASE("distances are whole units, rounded towards now", "[When]") {
  const Instant now{1'000'000'000};
  const auto [seconds, text] = GENERATE(table<int, const char*>({
      {0, "just now"},
      {59, "just now"},
      {-59, "just now"},
      {60, "1 minute ago"},
      {119, "1 minute ago"},
      {120, "2 minutes ago"},
      {3599, "59 minutes ago"},
      {3600, "1 hour ago"},
      {7200, "2 hours ago"},
      {172'799, "47 hours ago"},
      {172'800, "2 days ago"},
      {345'600, "4 days ago"},
      {31'536'000, "365 days ago"},
      {-60, "in 1 minute"},
      {-7200, "in 2 hours"},
      {-259'200, "in 3 days"},
  }));
  CHECK(describe_distance(now - seconds, now) == text);
}
