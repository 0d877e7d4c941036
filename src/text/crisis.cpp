#include "lull/text/crisis.hpp"

#include "kept_reader.hpp"
#include "lull/text/sentences.hpp"

namespace lull {

namespace embedded {
// An automaton of its own, so that a page that is being saved costs no more than it must.
extern const Automaton english_crisis;
}  // namespace embedded

std::vector<CrisisSign> find_crisis(std::string_view text) {
  std::vector<CrisisSign> signs;
  SentenceReader& reader = kept_reader(embedded::english_crisis);
  for (const TextSpan& sentence : split_sentences(text)) {
    bool harm = false;
    bool danger = false;
    for (const Match& match : reader.read(text, sentence).matches) {
      const MeaningRow& meaning = embedded::english_crisis.meanings[match.row];
      if (meaning.kind != static_cast<std::uint8_t>(RowKind::crisis)) continue;
      const bool of_self = meaning.detail == 0;
      harm = harm || of_self;
      danger = danger || !of_self;
    }
    if (harm) signs.push_back({CrisisKind::self_harm, sentence});
    if (danger) signs.push_back({CrisisKind::danger, sentence});
  }
  return signs;
}

}  // namespace lull
