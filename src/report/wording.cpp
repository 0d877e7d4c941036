#include "wording.hpp"

#include <fmt/format.h>

#include <cctype>

namespace lull {

std::string number(std::int64_t value) {
  std::string digits = fmt::format("{}", value < 0 ? -value : value);
  for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
    digits.insert(static_cast<std::size_t>(place), ",");
  }
  return value < 0 ? "-" + digits : digits;
}

std::string decimal(double value) { return fmt::format("{:.1f}", value); }

std::string count(std::int64_t value, std::string_view noun) {
  if (value == 1) return fmt::format("1 {}", noun);
  if (noun.ends_with("y") && !noun.ends_with("day")) {
    return fmt::format("{} {}ies", number(value), noun.substr(0, noun.size() - 1));
  }
  return fmt::format("{} {}s", number(value), noun);
}

std::string out_of(std::int64_t part, std::int64_t whole) {
  return fmt::format("{} of {}", number(part), number(whole));
}

std::string plain_date(Day day) {
  const CivilDate date = civil_of(day);
  return fmt::format("{} {} {}", date.day, month_name(date.month), date.year);
}

std::string day_and_month(Day day) {
  const CivilDate date = civil_of(day);
  return fmt::format("{} {}", date.day, month_name(date.month).substr(0, 3));
}

std::string month_and_year(Day day) {
  const CivilDate date = civil_of(day);
  return fmt::format("{} {}", month_name(date.month).substr(0, 3), date.year);
}

std::string range(DaySpan span) {
  if (span.first == span.last) return plain_date(span.first);
  const CivilDate first = civil_of(span.first);
  const CivilDate last = civil_of(span.last);
  if (first.year != last.year) return plain_date(span.first) + " to " + plain_date(span.last);
  if (first.month != last.month) {
    return fmt::format("{} {} to {}", first.day, month_name(first.month), plain_date(span.last));
  }
  return fmt::format("{} to {}", first.day, plain_date(span.last));
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
    out += words[i];
  }
  return out;
}

std::string capitalized(std::string text) {
  if (!text.empty()) {
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  }
  return text;
}

}  // namespace lull
