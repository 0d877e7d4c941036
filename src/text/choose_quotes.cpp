#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "lull/text/quotes.hpp"
#include "lull/text/stems.hpp"
#include "lull/text/tokens.hpp"

namespace lull {
namespace {

constexpr double kWorth = 0.6;      // of the choice is how good a quote is; the rest is how new
constexpr double kTooLike = 0.75;   // of the stems in common: the same thing said again
constexpr double kGoodLength = 18;  // words that read at a glance

// By number, in order, each once: there are thousands of candidates, and few different words.
using Stems = std::vector<std::uint32_t>;

class StemNumbers {
 public:
  std::uint32_t of(const std::string& word) {
    const auto [known, is_new] = words_.try_emplace(word, 0);
    if (is_new) {
      const auto next = static_cast<std::uint32_t>(stems_.size());
      known->second = stems_.try_emplace(stemmer_.stem(word), next).first->second;
    }
    return known->second;
  }

 private:
  Stemmer stemmer_;
  std::unordered_map<std::string, std::uint32_t> words_;
  std::unordered_map<std::string, std::uint32_t> stems_;
};

double likeness(const Stems& left, const Stems& right) {
  std::size_t common = 0;
  for (auto one = left.begin(), other = right.begin(); one != left.end() && other != right.end();) {
    if (*one == *other) ++common;
    const bool forward = *one <= *other;
    if (*other <= *one) ++other;
    if (forward) ++one;
  }
  const std::size_t all = left.size() + right.size() - common;
  return all == 0 ? 1 : static_cast<double>(common) / static_cast<double>(all);
}

struct Quote {
  Stems stems;
  double worth = 0;
};

Quote quote_of(const QuoteCandidate& candidate, StemNumbers& numbers) {
  Quote quote;
  const std::vector<Token> words = tokenize(candidate.sentence);
  for (const Token& word : words) quote.stems.push_back(numbers.of(word.word));
  std::sort(quote.stems.begin(), quote.stems.end());
  quote.stems.erase(std::unique(quote.stems.begin(), quote.stems.end()), quote.stems.end());
  quote.stems.shrink_to_fit();
  const double length = static_cast<double>(words.size());
  quote.worth = candidate.strength * std::min(1.0, std::sqrt(kGoodLength / std::max(length, 1.0)));
  if (words.size() < 3) quote.worth *= 0.5;
  return quote;
}

}  // namespace

std::vector<std::size_t> choose_quotes(const std::vector<QuoteCandidate>& candidates,
                                       std::size_t limit) {
  StemNumbers numbers;
  std::vector<Quote> quotes;
  quotes.reserve(candidates.size());
  for (const QuoteCandidate& candidate : candidates) quotes.push_back(quote_of(candidate, numbers));
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
