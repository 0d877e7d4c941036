#include "lull/app/pause.hpp"

#include <algorithm>
#include <array>

#include "lull/app/verdicts.hpp"
#include "lull/store/records.hpp"
#include "lull/text/crisis.hpp"
#include "lull/text/findings.hpp"

namespace lull {
namespace {

constexpr int kFirstHourOfNight = 22;
constexpr int kFirstHourOfDay = 6;
constexpr std::size_t kReadableBytes = 240;  // what is read at a glance

// Reasons gathered by theme; of each theme the newest sentence that can be read at a glance.
struct Reasons {
  std::array<std::vector<Day>, kThemeCount> days;
  std::array<std::string, kThemeCount> sentences;
};

bool blames_the_writer(const Findings& found) { return found.markers.of(Marker::self_blame) > 0; }

// In a moment of pull nobody should read what frightened them, or how bad it was. A page that holds
// such a sentence is left out whole.
bool is_bearable(const Entry& entry, const Findings& found) {
  return find_crisis(entry.text).empty() &&
         std::none_of(found.evidence.begin(), found.evidence.end(), [](const Evidence& evidence) {
           return evidence.theme == Theme::abuse_safety;
         });
}

bool is_own_line(const Entry& entry, const Findings& found) {
  return entry.starred && entry.kind == EntryKind::page && !blames_the_writer(found) &&
         std::none_of(found.evidence.begin(), found.evidence.end(),
                      [](const Evidence& evidence) { return evidence.whose == Whose::mine; });
}

void gather(const Entry& entry, const Findings& found, Reasons& reasons) {
  for (const Evidence& evidence : found.evidence) {
    const std::size_t length = evidence.sentence.end - evidence.sentence.begin;
    std::string sentence = entry.text.substr(evidence.sentence.begin, length);
    if (evidence.whose == Whose::mine || length > kReadableBytes) continue;
    // Where the page has no blame, no sentence of it has.
    if (blames_the_writer(found) && blames_the_writer(read_findings(sentence))) continue;
    const auto theme = static_cast<std::size_t>(evidence.theme);
    std::vector<Day>& days = reasons.days.at(theme);
    if (days.empty() || days.back() != entry.at.day) days.push_back(entry.at.day);
    reasons.sentences.at(theme) = std::move(sentence);
  }
}

// What the writer rejected is no reason of theirs.
void leave_out_rejected(Store& store, Reasons& reasons) {
  for (const Verdict& verdict : standing_verdicts(store, std::nullopt)) {
    if (verdict.verdict != ThemeVerdict::rejected) continue;
    reasons.days.at(static_cast<std::size_t>(verdict.theme)).clear();
  }
}

std::optional<std::string> reason_of_most_days(const Reasons& reasons) {
  const auto most = std::max_element(
      reasons.days.begin(), reasons.days.end(),
      [](const auto& one, const auto& other) { return one.size() < other.size(); });
  if (most->empty()) return std::nullopt;
  return reasons.sentences.at(static_cast<std::size_t>(most - reasons.days.begin()));
}

}  // namespace

std::optional<std::string> own_words(Store& store, Day today, const Codebook& codebook) {
  std::vector<std::string> starred;
  Reasons reasons;
  each<Entry>(store, {}, [&](Entry&& entry) {
    if (entry.trashed_on || entry.kind == EntryKind::letter) return true;
    const Findings found = read_findings(entry.text, codebook);
    if (!is_bearable(entry, found)) return true;
    gather(entry, found, reasons);
    if (is_own_line(entry, found)) starred.push_back(std::move(entry.text));
    return true;
  });
  if (!starred.empty()) {
    const auto turn = static_cast<std::size_t>(std::max(0, today.number)) % starred.size();
    return std::move(starred[turn]);
  }
  leave_out_rejected(store, reasons);
  return reason_of_most_days(reasons);
}

bool is_night(int hour) { return hour >= kFirstHourOfNight || hour < kFirstHourOfDay; }

std::vector<std::string> general_words(int hour) {
  std::vector<std::string> words{"Nothing has to be decided now.",
                                 "A pull rises, and it falls again, whether you act on it or not."};
  if (is_night(hour)) words.emplace_back("It keeps until daylight.");
  return words;
}

}  // namespace lull
