#include <algorithm>
#include <map>
#include <set>

#include "review_parts.hpp"

namespace lull {
namespace {

// "Every day or every few days": a week with two days of writing keeps the cadence.
constexpr int kDaysForCadence = 2;

int longest_gap(const std::set<Day>& days) {
  int longest = 0;
  for (auto day = days.begin(); day != days.end() && std::next(day) != days.end(); ++day) {
    longest = std::max(longest, *std::next(day) - *day);
  }
  return longest;
}

std::optional<double> mean_between(const std::vector<DayValue>& values, Day first, Day last) {
  double sum = 0;
  int count = 0;
  for (const DayValue& value : values) {
    if (value.day < first || value.day > last) continue;
    sum += value.value;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return sum / count;
}

void count_mood(WritingPart& part, const ReviewSources& sources) {
  std::map<Day, std::pair<double, int>> by_day;
  for (const Entry& entry : sources.entries) {
    if (!entry.mood) continue;
    by_day[entry.at.day].first += *entry.mood;
    ++by_day[entry.at.day].second;
  }
  for (const auto& [day, sum] : by_day) part.mood.push_back({day, sum.first / sum.second});
  const Day middle = sources.span.first + (sources.span.last - sources.span.first) / 2;
  part.mood_first_half = mean_between(part.mood, sources.span.first, middle);
  part.mood_second_half = mean_between(part.mood, middle + 1, sources.span.last);
}

void count_feelings(WritingPart& part, const ReviewSources& sources) {
  std::map<std::string, int> counts;
  for (const Entry& entry : sources.entries) {
    for (const std::string& feeling : entry.feelings) ++counts[feeling];
  }
  part.feelings.assign(counts.begin(), counts.end());
  std::stable_sort(part.feelings.begin(), part.feelings.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
}

}  // namespace

WritingPart count_writing(const ReviewSources& sources) {
  WritingPart part;
  std::set<Day> days;
  std::map<int, int> days_in_week;
  for (const std::size_t words : sources.words) part.words += static_cast<std::int64_t>(words);
  for (const Entry& entry : sources.entries) {
    ++(entry.kind == EntryKind::letter ? part.letters : part.entries);
    if (days.insert(entry.at.day).second) ++days_in_week[(entry.at.day - sources.span.first) / 7];
  }
  part.days_written = static_cast<int>(days.size());
  part.longest_gap = longest_gap(days);
  part.weeks = (sources.span.last - sources.span.first) / 7 + 1;
  part.weeks_with_cadence = static_cast<int>(
      std::count_if(days_in_week.begin(), days_in_week.end(),
                    [](const auto& week) { return week.second >= kDaysForCadence; }));
  count_mood(part, sources);
  count_feelings(part, sources);
  return part;
}

}  // namespace lull
