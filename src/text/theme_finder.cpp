#include "lull/text/theme_finder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "kept_reader.hpp"
#include "lull/text/sentences.hpp"
#include "reading.hpp"
#include "scopes.hpp"

namespace lull {
namespace {

constexpr double kEnough = 0.5;        // of one sentence, or of weaker ones together
constexpr std::size_t kPassage = 200;  // sentences that are heard together
using PerTheme = std::array<double, kThemeCount>;

double both(double left, double right) { return 1 - (1 - left) * (1 - right); }

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

// The evidence of one sentence, at most one piece for each theme.
class SentenceEvidence {
 public:
  void add(const SentenceReading& reading, const Match& match, const MeaningRow& meaning,
           const PassageContext& context) {
    const double strength = double{meaning.weight} * believed(reading, match, meaning, context);
    if (strength <= 0.05) return;
    auto& evidence = found_[meaning.detail];
    if (!evidence) {
      evidence = Evidence{static_cast<Theme>(meaning.detail), reading.span, {}, 0, Whose::unclear};
    }
    add_words(reading, match, evidence->words);
    if (strength > best_[meaning.detail]) {
      best_[meaning.detail] = strength;
      evidence->whose = whose_of(meaning, subject_of(reading, match, context));
    }
    parts_[meaning.detail].push_back({strength, match.row, match.first, match.last});
  }

  void take(std::vector<Evidence>& out) {
    for (std::size_t theme = 0; theme < found_.size(); ++theme) {
      auto& evidence = found_[theme];
      if (!evidence) continue;
      evidence->strength = together(parts_[theme]);
      tidy(evidence->words);
      out.push_back(std::move(*evidence));
    }
  }

 private:
  struct Part {
    double strength = 0;
    std::uint16_t row = 0;
    std::size_t first = 0, last = 0;
  };

  // The same entry twice says nothing new, nor does another one about the same words: the
  // strongest counts.
  static double together(std::vector<Part>& parts) {
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
      sum = both(sum, part.strength);
    }
    return sum;
  }

  std::array<std::optional<Evidence>, kThemeCount> found_;
  std::array<std::vector<Part>, kThemeCount> parts_;
  PerTheme best_{};
};

void remember_named(const SentenceReading& reading, PassageContext& context) {
  for (const Person person : reading.people) {
    const bool love =
        person == Person::love || person == Person::love_m || person == Person::love_f;
    if (love || person == Person::other || person == Person::other_m || person == Person::other_f) {
      context.last_named = person;
    }
  }
}

class Finder {
 public:
  Finder(std::string_view text, const Codebook& codebook) : text_(text), codebook_(codebook) {
    for (const Automaton* automaton : codebook.automata()) {
      automata_.push_back(automaton);
      // The first is the built-in one, which never goes away; the others are the codebook's own.
      if (automata_.size() > 1) own_readers_.emplace_back(*automaton);
    }
  }

  void find(std::span<const TextSpan> sentences, std::vector<Evidence>& out) {
    std::vector<std::vector<SentenceReading>> passages;
    passages.push_back(kept_reader(*automata_.front()).read_passage(text_, sentences));
    for (SentenceReader& reader : own_readers_)
      passages.push_back(reader.read_passage(text_, sentences));
    PassageContext context = context_of(passages.front());
    std::vector<Evidence> found;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const SentenceReading& reading = passages.front()[i];
      SentenceEvidence evidence;
      for (std::size_t which = 0; which < passages.size(); ++which) {
        add_matches(reading, passages[which][i].matches, which, context, evidence);
      }
      evidence.take(found);
      remember_named(reading, context);
    }
    keep_enough(found, out);
  }

 private:
  void add_matches(const SentenceReading& reading, const std::vector<Match>& matches,
                   std::size_t which, const PassageContext& context, SentenceEvidence& evidence) {
    for (const Match& match : matches) {
      if (codebook_.is_off(which, match.row)) continue;
      evidence.add(reading, match, automata_[which]->meanings[match.row], context);
    }
  }

  static void keep_enough(std::vector<Evidence>& found, std::vector<Evidence>& out) {
    PerTheme together{};
    for (const Evidence& evidence : found) {
      double& sum = together[static_cast<std::size_t>(evidence.theme)];
      sum = both(sum, evidence.strength);
    }
    for (Evidence& evidence : found) {
      if (together[static_cast<std::size_t>(evidence.theme)] >= kEnough)
        out.push_back(std::move(evidence));
    }
  }

  std::string_view text_;
  const Codebook& codebook_;
  std::vector<const Automaton*> automata_;
  std::vector<SentenceReader> own_readers_;
};

}  // namespace

std::vector<Evidence> find_themes(std::string_view text) {
  return find_themes(text, Codebook::built_in());
}

std::vector<Evidence> find_themes(std::string_view text, const Codebook& codebook) {
  std::vector<Evidence> found;
  Finder finder(text, codebook);
  const std::vector<TextSpan> sentences = split_sentences(text);
  for (std::size_t at = 0; at < sentences.size(); at += kPassage) {
    finder.find(std::span(sentences).subspan(at, std::min(kPassage, sentences.size() - at)), found);
  }
  return found;
}

}  // namespace lull
