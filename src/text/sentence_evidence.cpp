#include "sentence_evidence.hpp"

#include <algorithm>
#include <utility>

namespace lull {
namespace {

constexpr double kNextToNothing = 0.05;

Whose whose_of(const MeaningRow& meaning, Person who) {
  if (meaning.whose > 0) return static_cast<Whose>(meaning.whose - 1);
  switch (subject_bit(who)) {
    case subject::kMe:
      return Whose::mine;
    case subject::kPartner:
      return Whose::theirs;
    case subject::kWe:
      return Whose::ours;
    default:
      return Whose::unclear;
  }
}

void add_words(const SentenceReading& reading, const Match& match, std::vector<TextSpan>& words) {
  for (std::size_t i = match.first; i <= match.last; ++i) {
    if ((match.words >> (i - match.first) & 1U) != 0) words.push_back(reading.units[i].span);
  }
}

void tidy(std::vector<TextSpan>& words) {
  std::sort(words.begin(), words.end(), [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
  std::vector<TextSpan> merged;
  for (const TextSpan& word : words) {
    if (!merged.empty() && word.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, word.end);
    } else {
      merged.push_back(word);
    }
  }
  words = std::move(merged);
}

}  // namespace

SentenceEvidence::ThemeParts& SentenceEvidence::parts_of(Theme theme, TextSpan sentence) {
  const auto is_it = [&](const ThemeParts& one) { return one.evidence.theme == theme; };
  const auto found = std::find_if(themes_.begin(), themes_.end(), is_it);
  if (found != themes_.end()) return *found;
  themes_.push_back({{theme, sentence, {}, 0, Whose::unclear}, 0, {}});
  return themes_.back();
}

void SentenceEvidence::add(const SentenceReading& reading, const Match& match,
                           const MeaningRow& meaning, const PassageContext& context) {
  const double strength = double{meaning.weight} * believed(reading, match, meaning, context);
  if (strength <= kNextToNothing) return;
  ThemeParts& theme = parts_of(static_cast<Theme>(meaning.detail), reading.span);
  add_words(reading, match, theme.evidence.words);
  if (strength > theme.best) {
    theme.best = strength;
    theme.evidence.whose = whose_of(meaning, subject_of(reading, match, context));
  }
  theme.parts.push_back({strength, match.row, match.first, match.last});
}

// The same entry twice says nothing new, nor does another one about the same words: the strongest
// counts.
double SentenceEvidence::together(std::vector<Part>& parts) {
  std::stable_sort(parts.begin(), parts.end(), [](const Part& left, const Part& right) {
    return left.strength > right.strength;
  });
  double sum = 0;
  std::vector<Part> counted;
  for (const Part& part : parts) {
    const auto repeats = [&](const Part& other) {
      return other.row == part.row || (other.first <= part.last && part.first <= other.last);
    };
    if (std::any_of(counted.begin(), counted.end(), repeats)) continue;
    counted.push_back(part);
    sum = either(sum, part.strength);
  }
  return sum;
}

void SentenceEvidence::take(std::vector<Evidence>& out) {
  std::sort(themes_.begin(), themes_.end(), [](const ThemeParts& left, const ThemeParts& right) {
    return left.evidence.theme < right.evidence.theme;
  });
  for (ThemeParts& theme : themes_) {
    theme.evidence.strength = together(theme.parts);
    tidy(theme.evidence.words);
    out.push_back(std::move(theme.evidence));
  }
  themes_.clear();
}

}  // namespace lull
