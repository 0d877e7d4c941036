#include "lull/app/pause.hpp"

#include <algorithm>

#include "lull/model/entry.hpp"
#include "lull/store/records.hpp"
#include "lull/text/theme_finder.hpp"

namespace lull {
namespace {

constexpr int kFirstHourOfNight = 22;
constexpr int kFirstHourOfDay = 6;

// In a moment of pull nobody should read what they hold against themselves, or what frightened
// them.
bool may_be_shown(const Entry& entry) {
  if (!entry.starred || entry.kind != EntryKind::page || entry.trashed_on) return false;
  const std::vector<Evidence> found = find_themes(entry.text);
  return std::none_of(found.begin(), found.end(), [](const Evidence& evidence) {
    return evidence.theme == Theme::abuse_safety || evidence.whose == Whose::mine;
  });
}

}  // namespace

std::optional<std::string> own_line(Store& store, Day today) {
  std::vector<std::string> lines;
  each<Entry>(store, {}, [&](Entry&& entry) {
    if (may_be_shown(entry)) lines.push_back(std::move(entry.text));
    return true;
  });
  if (lines.empty()) return std::nullopt;
  const auto turn = static_cast<std::size_t>(std::max(0, today.number)) % lines.size();
  return std::move(lines[turn]);
}

bool is_night(int hour) { return hour >= kFirstHourOfNight || hour < kFirstHourOfDay; }

std::vector<std::string> general_words(int hour) {
  std::vector<std::string> words{"Nothing has to be decided now.",
                                 "A pull rises, and it falls again, whether you act on it or not."};
  if (is_night(hour)) words.emplace_back("It keeps until daylight.");
  return words;
}

}  // namespace lull
