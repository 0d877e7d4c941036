#include "lull/app/journal_stats.hpp"

#include <algorithm>

#include "lull/base/utf8.hpp"
#include "lull/store/records.hpp"

namespace lull {
namespace {

// "Every day or every few days": a week with two days of writing keeps it, as in the review.
constexpr int kDaysForCadence = 2;
constexpr int kDaysInWeek = 7;

void count_days(JournalStats& stats, Day end) {
  if (stats.per_day.empty()) return;
  stats.first = stats.per_day.begin()->first;
  stats.last = stats.per_day.rbegin()->first;
  std::map<int, int> days_in_week;
  Day before = *stats.first;
  for (const auto& [day, count] : stats.per_day) {
    stats.longest_gap = std::max(stats.longest_gap, day - before - 1);
    ++days_in_week[(day - *stats.first) / kDaysInWeek];
    before = day;
  }
  stats.weeks = (std::max(end, *stats.last) - *stats.first) / kDaysInWeek + 1;
  stats.weeks_kept = static_cast<int>(
      std::count_if(days_in_week.begin(), days_in_week.end(),
                    [](const auto& week) { return week.second >= kDaysForCadence; }));
}

}  // namespace

JournalStats count_journal(Store& store, const EntryFilter& filter, Day end) {
  JournalStats stats;
  int moods = 0;
  double mood_sum = 0;
  each<Entry>(store, filter.rows(), [&](Entry&& entry) {
    if (!filter.accepts(entry)) return true;
    ++stats.entries;
    if (entry.kind == EntryKind::letter) ++stats.letters;
    stats.words += static_cast<std::int64_t>(count_words(entry.text));
    ++stats.per_day[entry.at.day];
    if (entry.mood) {
      mood_sum += *entry.mood;
      ++moods;
    }
    return true;
  });
  if (moods > 0) stats.mood = mood_sum / moods;
  count_days(stats, end);
  return stats;
}

}  // namespace lull
