#include "lull/text/contradictions.hpp"
#include "lull/text/sentences.hpp"
#include "review_parts.hpp"

namespace lull {
namespace {

constexpr std::size_t kAccountQuotes = 3;

Quote sentence_of(const Entry& entry, TextSpan sentence) {
  Quote quote;
  quote.text = entry.text.substr(sentence.begin, sentence.end - sentence.begin);
  quote.entry = entry.id;
  quote.day = entry.at.day;
  return quote;
}

// The sentences of the first account that give a reason, or its first one where none does.
void quote_first_account(Review& review, const Entry& account, const std::vector<Evidence>& found) {
  for (const Evidence& evidence : found) {
    if (review.first_account.size() == kAccountQuotes) return;
    Quote quote = sentence_of(account, evidence.sentence);
    if (!review.first_account.empty() && review.first_account.back().text == quote.text) continue;
    review.first_account.push_back(std::move(quote));
  }
  const std::vector<TextSpan> sentences = split_sentences(account.text);
  if (review.first_account.empty() && !sentences.empty()) {
    review.first_account.push_back(sentence_of(account, sentences.front()));
  }
}

void pair_contradictions(Review& review, const ReviewSources& sources) {
  for (const SentencePair& pair : find_contradictions(sources.denials, sources.evidence)) {
    review.contradictions.push_back(
        {pair.theme, sentence_of(sources.entries[pair.denies.text], pair.denies.sentence),
         sentence_of(sources.entries[pair.tells.text], pair.tells.sentence)});
  }
}

}  // namespace

void compare_accounts(Review& review, const ReviewSources& sources) {
  for (std::size_t i = 0; i < sources.entries.size(); ++i) {
    const Entry& entry = sources.entries[i];
    if (entry.kind != EntryKind::first_account) continue;
    if (!review.has_first_account) quote_first_account(review, entry, sources.evidence[i]);
    review.has_first_account = true;
  }
  pair_contradictions(review, sources);
  for (const PhraseCount& phrase : sources.phrases) {
    review.phrases.push_back(
        {phrase.phrase, static_cast<int>(phrase.times), static_cast<int>(phrase.texts)});
  }
}

}  // namespace lull
