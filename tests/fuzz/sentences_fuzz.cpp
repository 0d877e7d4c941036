// From a page to its themes: every span lies within the text, and nothing takes it apart.
#include "fuzz.hpp"
#include "lull/text/contradictions.hpp"
#include "lull/text/crisis.hpp"
#include "lull/text/findings.hpp"
#include "lull/text/quotes.hpp"
#include "lull/text/sentences.hpp"
#include "lull/text/tokens.hpp"

using namespace lull;

namespace {

void require_within(const TextSpan& inner, const TextSpan& outer) {
  fuzz::require(inner.begin <= inner.end && outer.begin <= inner.begin && inner.end <= outer.end,
                "a span lies within its text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const TextSpan whole{0, text.size()};
  std::size_t after = 0;
  std::vector<QuoteCandidate> candidates;
  for (const TextSpan& sentence : split_sentences(text)) {
    require_within(sentence, whole);
    fuzz::require(sentence.begin < sentence.end, "no sentence is empty");
    fuzz::require(after <= sentence.begin, "sentences come in order");
    after = sentence.end;
  }
  for (const Token& token : tokenize(text)) {
    require_within(token.span, whole);
    split_contraction(token.word);
  }
  for (const Evidence& evidence : find_themes(text)) {
    require_within(evidence.sentence, whole);
    fuzz::require(!evidence.words.empty(), "evidence has words");
    fuzz::require(evidence.strength > 0 && evidence.strength <= 1, "strength is over 0, up to 1");
    for (const TextSpan& words : evidence.words) require_within(words, evidence.sentence);
    const TextSpan& sentence = evidence.sentence;
    candidates.push_back(
        {text.substr(sentence.begin, sentence.end - sentence.begin), evidence.strength});
  }
  for (const std::size_t chosen : choose_quotes(candidates, 3)) {
    fuzz::require(chosen < candidates.size(), "a quotation is one of the candidates");
  }
  for (const CrisisSign& sign : find_crisis(text)) require_within(sign.sentence, whole);
  read_findings(text);
  const std::size_t half = text.size() / 2;
  const std::vector<std::string_view> halves{text.substr(0, half), text.substr(half)};
  for (const SentencePair& pair : find_contradictions(halves)) {
    require_within(pair.denies.sentence, {0, halves.at(pair.denies.text).size()});
    require_within(pair.tells.sentence, {0, halves.at(pair.tells.text).size()});
  }
  repeated_phrases(halves, 3);
  return 0;
}
