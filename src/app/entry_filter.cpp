#include "lull/app/entry_filter.hpp"

#include <algorithm>

#include "lull/base/utf8.hpp"

namespace lull {
namespace {

// Offsets reach 14 hours and a day may begin at noon: a journal day's instants lie within two
// calendar days of it in UTC.
constexpr int kMarginDays = 2;
constexpr std::int64_t kDaySeconds = 86'400;

bool is_anniversary(Day day, Day of) {
  const CivilDate date = civil_of(day);
  const CivilDate now = civil_of(of);
  return date.month == now.month && date.day == now.day && date.year < now.year;
}

bool moods_agree(const Entry& entry, std::optional<int> least, std::optional<int> most) {
  if (!least && !most) return true;
  return entry.mood && *entry.mood >= least.value_or(*entry.mood) &&
         *entry.mood <= most.value_or(*entry.mood);
}

}  // namespace

bool holds_word(const std::vector<std::string>& words, const std::string& wanted) {
  if (words.empty()) return false;
  const std::string folded = fold(wanted);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return fold(word) == folded; });
}

std::string bare_tag(const std::string& typed) {
  return typed.starts_with('#') ? typed.substr(1) : typed;
}

bool EntryFilter::accepts(const Entry& entry) const {
  if (entry.trashed_on) return false;
  if (from && entry.at.day < *from) return false;
  if (to && entry.at.day > *to) return false;
  if (anniversary_of && !is_anniversary(entry.at.day, *anniversary_of)) return false;
  if (kind && entry.kind != *kind) return false;
  if (starred && !entry.starred) return false;
  if (!moods_agree(entry, least_mood, most_mood)) return false;
  const auto tagged = [&](const std::string& tag) { return holds_word(entry.tags, bare_tag(tag)); };
  const auto felt = [&](const std::string& word) { return holds_word(entry.feelings, word); };
  if (!std::all_of(tags.begin(), tags.end(), tagged)) return false;
  if (std::any_of(not_tags.begin(), not_tags.end(), tagged)) return false;
  if (!std::all_of(feelings.begin(), feelings.end(), felt)) return false;
  return contains.empty() || fold(entry.text).find(fold(contains)) != std::string::npos;
}

RowQuery EntryFilter::rows() const {
  RowQuery query;
  query.newest_first = newest_first;
  if (from) query.from = Instant{(*from - kMarginDays).number * kDaySeconds};
  if (to) query.before = Instant{(*to + (kMarginDays + 1)).number * kDaySeconds};
  return query;
}

}  // namespace lull
