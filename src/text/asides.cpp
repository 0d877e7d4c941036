#include "lull/text/asides.hpp"

#include <array>

#include "aside_codebook.hpp"
#include "kept_reader.hpp"
#include "lull/text/sentences.hpp"
#include "lull/text/tokens.hpp"

namespace lull {
namespace {

void count_markers(const SentenceReading& reading, MarkerCounts& counts) {
  std::array<std::size_t, kMarkerCount> free_from{};  // the first unit not yet counted
  for (const Match& match : reading.matches) {
    const MeaningRow& meaning = aside_codebook().meanings[match.row];
    if (meaning.kind != static_cast<std::uint8_t>(RowKind::marker)) continue;
    if (match.first < free_from.at(meaning.detail)) continue;
    free_from.at(meaning.detail) = match.last + 1;
    ++counts.counts.at(meaning.detail);
  }
}

void add_denials(const SentenceReading& reading, std::vector<Denial>& denials) {
  if (reading.asks) return;
  for (const Match& match : reading.matches) {
    const MeaningRow& meaning = aside_codebook().meanings[match.row];
    if (meaning.kind != static_cast<std::uint8_t>(RowKind::claim)) continue;
    denials.push_back({static_cast<Theme>(meaning.detail), reading.span,
                       static_cast<double>(match.last - match.first + 1)});
  }
}

}  // namespace

Asides find_asides(std::string_view text) {
  Asides asides;
  SentenceReader& reader = kept_reader(aside_codebook());
  for (const TextSpan& sentence : split_sentences(text)) {
    asides.markers.words +=
        count_tokens(text.substr(sentence.begin, sentence.end - sentence.begin));
    const SentenceReading reading = reader.read(text, sentence);
    count_markers(reading, asides.markers);
    add_denials(reading, asides.denials);
  }
  return asides;
}

}  // namespace lull
