#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "lull/text/quotes.hpp"
#include "lull/text/stems.hpp"
#include "lull/text/tokens.hpp"

namespace lull {
namespace {

constexpr double kWorth = 0.6;      // of the choice is how good a quote is; the rest is how new
constexpr double kTooLike = 0.75;   // of the stems in common: the same thing said again
constexpr double kGoodLength = 18;  // words that read at a glance

using Stems = std::set<std::string>;

double likeness(const Stems& left, const Stems& right) {
  std::size_t common = 0;
  for (const std::string& stem : left) common += right.contains(stem) ? 1 : 0;
  const std::size_t all = left.size() + right.size() - common;
  return all == 0 ? 1 : static_cast<double>(common) / static_cast<double>(all);
}

struct Quote {
  Stems stems;
  double worth = 0;
};

Quote quote_of(const QuoteCandidate& candidate, const Stemmer& stemmer) {
  Quote quote;
  const std::vector<Token> words = tokenize(candidate.sentence);
  for (const Token& word : words) quote.stems.insert(stemmer.stem(word.word));
  const double length = static_cast<double>(words.size());
  quote.worth = candidate.strength * std::min(1.0, std::sqrt(kGoodLength / std::max(length, 1.0)));
  if (words.size() < 3) quote.worth *= 0.5;
  return quote;
}

}  // namespace

std::vector<std::size_t> choose_quotes(const std::vector<QuoteCandidate>& candidates,
                                       std::size_t limit) {
  const Stemmer stemmer;
  std::vector<Quote> quotes;
  quotes.reserve(candidates.size());
  for (const QuoteCandidate& candidate : candidates) quotes.push_back(quote_of(candidate, stemmer));
  std::vector<std::size_t> chosen;
  std::vector<double> nearest(quotes.size(), 0);
  while (chosen.size() < limit) {
    std::size_t best = quotes.size();
    double best_score = 0;
    for (std::size_t i = 0; i < quotes.size(); ++i) {
      if (nearest[i] > kTooLike || std::find(chosen.begin(), chosen.end(), i) != chosen.end())
        continue;
      const double score = kWorth * quotes[i].worth - (1 - kWorth) * nearest[i];
      if (best == quotes.size() || score > best_score) {
        best = i;
        best_score = score;
      }
    }
    if (best == quotes.size()) break;
    chosen.push_back(best);
    for (std::size_t i = 0; i < quotes.size(); ++i) {
      nearest[i] = std::max(nearest[i], likeness(quotes[i].stems, quotes[best].stems));
    }
  }
  return chosen;
}

}  // namespace lull
