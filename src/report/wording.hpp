#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/calendar.hpp"

namespace lull {

std::string number(std::int64_t value);                        ///< "12,345"
std::string decimal(double value);                             ///< one digit after the point: "3.9"
std::string count(std::int64_t value, std::string_view noun);  ///< "1 day", "2 days"
std::string out_of(std::int64_t part, std::int64_t whole);     ///< "27 of 30"
std::string plain_date(Day day);                               ///< "3 October 2026"
std::string day_and_month(Day day);                            ///< "3 Oct"
std::string month_and_year(Day day);                           ///< "Oct 2026"
std::string range(DaySpan span);                               ///< "3 October to 1 November 2026"
std::string listed(const std::vector<std::string>& words);     ///< "a, b and c"
std::string capitalized(std::string text);                     ///< ASCII first letter only

}  // namespace lull
