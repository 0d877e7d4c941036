#include "lull/text/markers.hpp"

#include <array>

#include "asides.hpp"
#include "kept_reader.hpp"
#include "lull/text/sentences.hpp"
#include "lull/text/tokens.hpp"
#include "matcher.hpp"

namespace lull {

MarkerCounts count_markers(std::string_view text) {
  MarkerCounts counts;
  SentenceReader& reader = kept_reader(asides());
  for (const TextSpan& sentence : split_sentences(text)) {
    counts.words += tokenize(text.substr(sentence.begin, sentence.end - sentence.begin)).size();
    const SentenceReading reading = reader.read(text, sentence, RowKind::marker);
    std::array<std::size_t, kMarkerCount> free_from{};  // the first unit not yet counted
    for (const Match& match : reading.themes) {
      const std::size_t marker = asides().meanings[match.row].detail;
      if (match.first < free_from.at(marker)) continue;
      free_from.at(marker) = match.last + 1;
      ++counts.counts.at(marker);
    }
  }
  return counts;
}

}  // namespace lull
