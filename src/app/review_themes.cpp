#include <algorithm>
#include <map>
#include <set>

#include "lull/base/parts.hpp"
#include "lull/text/quotes.hpp"
#include "review_parts.hpp"

namespace lull {
namespace {

constexpr std::size_t kQuotesShown = 3;

// A sentence that may be quoted; both live in the sources.
struct Candidate {
  const Entry* entry;
  const Evidence* evidence;
};

struct Gathered {
  std::set<Day> days;
  std::vector<Candidate> candidates;
  ThemeFinding finding;
};

std::string_view sentence_of(const Entry& entry, const Evidence& evidence) {
  const TextSpan sentence = evidence.sentence;
  return std::string_view(entry.text).substr(sentence.begin, sentence.end - sentence.begin);
}

Quote quote_of(const Entry& entry, const Evidence& evidence) {
  Quote quote;
  const TextSpan sentence = evidence.sentence;
  quote.text = sentence_of(entry, evidence);
  quote.entry = entry.id;
  quote.day = entry.at.day;
  for (const TextSpan& word : evidence.words) {
    quote.words.push_back({word.begin - sentence.begin, word.end - sentence.begin});
  }
  return quote;
}

void count_whose(ThemeFinding& finding, Whose whose) {
  switch (whose) {
    case Whose::mine:
      ++finding.mine;
      break;
    case Whose::theirs:
      ++finding.theirs;
      break;
    case Whose::ours:
      ++finding.ours;
      break;
    case Whose::unclear:
      ++finding.unclear;
      break;
  }
}

void add_evidence(Gathered& gathered, const Entry& entry, const Evidence& evidence) {
  ThemeFinding& finding = gathered.finding;
  finding.theme = evidence.theme;
  gathered.days.insert(entry.at.day);
  gathered.candidates.push_back({&entry, &evidence});
  ++finding.sentences;
  finding.strength += evidence.strength;
  count_whose(finding, evidence.whose);
  (entry.kind == EntryKind::first_account ? finding.in_first_account : finding.in_daily_pages) =
      true;
}

std::vector<Quote> pick_quotes(const std::vector<Candidate>& candidates) {
  std::vector<QuoteCandidate> sentences;
  sentences.reserve(candidates.size());
  for (const Candidate& candidate : candidates) {
    sentences.push_back(
        {sentence_of(*candidate.entry, *candidate.evidence), candidate.evidence->strength});
  }
  std::vector<Quote> quotes;
  for (const std::size_t chosen : choose_quotes(sentences, kQuotesShown)) {
    quotes.push_back(quote_of(*candidates[chosen].entry, *candidates[chosen].evidence));
  }
  return quotes;
}

ThemeFinding finish(Gathered gathered, const DaySpan& span) {
  ThemeFinding finding = std::move(gathered.finding);
  finding.days = static_cast<int>(gathered.days.size());
  const int weeks = (span.last - span.first) / 7 + 1;
  finding.weeks.assign(static_cast<std::size_t>(weeks), 0);
  const Day middle = span.first + (span.last - span.first) / 2;
  for (const Day day : gathered.days) {
    ++finding.weeks.at(static_cast<std::size_t>((day - span.first) / 7));
    ++(day <= middle ? finding.first_half_days : finding.second_half_days);
  }
  finding.quotes = pick_quotes(gathered.candidates);
  return finding;
}

bool ranks_before(const ThemeFinding& left, const ThemeFinding& right) {
  if (left.days != right.days) return left.days > right.days;
  return left.strength > right.strength;
}

void compare_closeness(Review& review, const ReviewSources& sources) {
  for (const ThemeFinding& finding : review.themes) {
    if (finding.theme == Theme::emotional_intimacy) {
      review.emotional_days = finding.days;
      review.emotional_quotes = finding.quotes;
    } else if (finding.theme == Theme::physical_intimacy) {
      review.physical_days = finding.days;
      review.physical_quotes = finding.quotes;
    }
  }
  review.urges_for_sex = static_cast<int>(
      std::count_if(sources.urges.begin(), sources.urges.end(),
                    [](const Urge& urge) { return urge.channel == Channel::sex; }));
}

}  // namespace

void find_review_themes(Review& review, const ReviewSources& sources) {
  std::map<Theme, Gathered> gathered;
  for (std::size_t i = 0; i < sources.entries.size(); ++i) {
    const Entry& entry = sources.entries[i];
    if (sources.unread[i] != 0) {
      ++review.entries_unread;
      continue;
    }
    const std::vector<Evidence>& found = sources.evidence[i];
    if (found.empty()) ++review.entries_without_reason;
    for (const Evidence& evidence : found) add_evidence(gathered[evidence.theme], entry, evidence);
  }
  std::vector<Gathered> themes;
  themes.reserve(gathered.size());
  for (auto& [theme, theme_gathered] : gathered) themes.push_back(std::move(theme_gathered));
  review.themes.resize(themes.size());
  // Choosing the quotes is most of it.
  in_parts(themes.size(), 2, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      review.themes[i] = finish(std::move(themes[i]), sources.span);
  });
  std::stable_sort(review.themes.begin(), review.themes.end(), ranks_before);
  compare_closeness(review, sources);
}

}  // namespace lull
