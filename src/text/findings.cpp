#include "lull/text/findings.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "kept_reader.hpp"
#include "lull/base/parts.hpp"
#include "lull/text/sentences.hpp"
#include "reading.hpp"
#include "scopes.hpp"
#include "sentence_evidence.hpp"

namespace lull {
namespace {

constexpr double kEnough = 0.5;        // of one sentence, or of weaker ones together
constexpr std::size_t kPassage = 200;  // sentences that are heard together
// Under so many passages a second thread costs more than it saves.
constexpr std::size_t kFewPassages = 8;
using PerTheme = std::array<double, kThemeCount>;

void keep_enough(std::vector<Evidence>& found, std::vector<Evidence>& out) {
  PerTheme together{};
  for (const Evidence& evidence : found) {
    double& sum = together[static_cast<std::size_t>(evidence.theme)];
    sum = either(sum, evidence.strength);
  }
  for (Evidence& evidence : found) {
    if (together[static_cast<std::size_t>(evidence.theme)] >= kEnough)
      out.push_back(std::move(evidence));
  }
}

// What the writer put into a codebook of their own is about the two of them, whoever else is named.
PassageContext of_the_pair(PassageContext context) {
  context.romance = true;
  return context;
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

  void read(std::span<const TextSpan> sentences) {
    std::vector<std::span<const SentenceReading>> passages;
    passages.push_back(kept_reader(*automata_.front()).read_passage(text_, sentences));
    for (SentenceReader& reader : own_readers_)
      passages.push_back(reader.read_passage(text_, sentences));
    PassageContext context = context_of(passages.front());
    std::vector<Evidence> found;
    SentenceEvidence evidence;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const SentenceReading& reading = passages.front()[i];
      free_from_.fill(0);
      for (std::size_t which = 0; which < passages.size(); ++which) {
        for (const Match& match : passages[which][i].matches) {
          if (codebook_.is_off(which, match.row)) continue;
          hear(reading, match, automata_[which]->meanings[match.row],
               which == 0 ? context : of_the_pair(context), evidence);
        }
      }
      evidence.take(found);
      remember_named(reading, context);
      language_ += reading.language;
    }
    keep_enough(found, findings_.evidence);
  }

  const LanguageCount& language() const { return language_; }
  /// Without what only the language of the whole text tells.
  Findings take() { return std::move(findings_); }

 private:
  void hear(const SentenceReading& reading, const Match& match, const MeaningRow& meaning,
            const PassageContext& context, SentenceEvidence& evidence) {
    switch (static_cast<RowKind>(meaning.kind)) {
      case RowKind::theme:
        evidence.add(reading, match, meaning, context);
        break;
      case RowKind::marker:
        if (match.first < free_from_.at(meaning.detail)) break;
        free_from_.at(meaning.detail) = match.last + 1;
        ++findings_.markers.counts.at(meaning.detail);
        break;
      case RowKind::claim:
        if (reading.asks) break;
        findings_.denials.push_back({static_cast<Theme>(meaning.detail), reading.span,
                                     static_cast<double>(match.last - match.first + 1)});
        break;
      case RowKind::scope:
      case RowKind::crisis:
        break;
    }
  }

  std::string_view text_;
  const Codebook& codebook_;
  std::vector<const Automaton*> automata_;
  std::vector<SentenceReader> own_readers_;
  std::array<std::size_t, kMarkerCount> free_from_{};  // of a sentence: the first unit not counted
  LanguageCount language_;
  Findings findings_;
};

void append(Findings&& part, Findings& whole) {
  std::move(part.evidence.begin(), part.evidence.end(), std::back_inserter(whole.evidence));
  std::move(part.denials.begin(), part.denials.end(), std::back_inserter(whole.denials));
  whole.markers += part.markers;
}

}  // namespace

Findings read_findings(std::string_view text, const Codebook& codebook) {
  const std::vector<TextSpan> sentences = split_sentences(text);
  const std::size_t passages = (sentences.size() + kPassage - 1) / kPassage;
  std::vector<Findings> parts(passages);  // of those that were read together, at the first of them
  std::vector<LanguageCount> languages(passages);
  in_parts(passages, kFewPassages, [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    Finder finder(text, codebook);
    for (std::size_t at = begin * kPassage; at < std::min(end * kPassage, sentences.size());
         at += kPassage) {
      finder.read(std::span(sentences).subspan(at, std::min(kPassage, sentences.size() - at)));
    }
    languages[begin] = finder.language();
    parts[begin] = finder.take();
  });
  Findings findings;
  LanguageCount language;
  for (const LanguageCount& part : languages) language += part;
  for (Findings& part : parts) append(std::move(part), findings);
  findings.markers.words = language.words;
  findings.unread = language.is_unread();
  return findings;
}

std::vector<Evidence> find_themes(std::string_view text, const Codebook& codebook) {
  return read_findings(text, codebook).evidence;
}

}  // namespace lull
