#pragma once

#include <string>
#include <vector>

#include "lull/model/review.hpp"

namespace lull::testing {

Day at(int year, int month, int day);
Moment noon_of(Day day);
/// "We [[never talked]]." is a quotation with "never talked" marked.
Quote quote(const std::string& marked, std::int64_t entry, Day day);
Want want(WantTopic topic, const std::string& text, const std::string& horizon, int clarity);
Decision decision(Choice choice, const std::string& reason);
Talk talk();
CheckIn checkin(Day day, int happy, int sad, int angry, int tired);

SilencePart rich_silence(DaySpan span);
SilencePart plain_silence(DaySpan span);
SilencePart unsafe_silence(DaySpan span);
SilencePart ten_years_silence(DaySpan span);
WritingPart rich_writing(DaySpan span);
WritingPart ten_years_writing(DaySpan span);
std::vector<ThemeFinding> rich_themes(DaySpan span);
std::vector<ThemeFinding> ten_years_themes(DaySpan span);

}  // namespace lull::testing
