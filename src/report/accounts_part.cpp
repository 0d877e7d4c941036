#include "review_parts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

void add_comparison(const Review& review, Blocks& blocks) {
  std::vector<std::string> both;
  std::vector<std::string> only_first;
  std::vector<std::string> only_later;
  for (const ThemeFinding* finding : ranked_themes(review)) {
    const std::string label(label_of(finding->theme));
    if (finding->in_first_account && finding->in_daily_pages) {
      both.push_back(label);
    } else if (finding->in_first_account) {
      only_first.push_back(label);
    } else if (finding->in_daily_pages) {
      only_later.push_back(label);
    }
  }
  Facts facts;
  if (!both.empty()) facts.items.push_back({"Said on day one and later", listed(both)});
  if (!only_first.empty()) facts.items.push_back({"Only on day one", listed(only_first)});
  if (!only_later.empty()) facts.items.push_back({"Only later", listed(only_later)});
  if (!facts.items.empty()) blocks.emplace_back(std::move(facts));
}

void add_contradictions(const Review& review, Blocks& blocks) {
  if (review.contradictions.empty()) return;
  blocks.emplace_back(Heading{3, "Sentences that do not agree"});
  blocks.emplace_back(
      Paragraph{plain("Both are yours, and both can have been true on their day."), false});
  for (const Contradiction& pair : review.contradictions) {
    blocks.emplace_back(Pairing{std::string(label_of(pair.theme)), to_quotation(pair.one),
                                to_quotation(pair.other)});
  }
}

void add_phrases(const Review& review, Blocks& blocks) {
  if (review.phrases.empty()) return;
  blocks.emplace_back(Heading{3, "What you kept saying"});
  Table table;
  table.columns = {{"Your words"}, {"Times", true}, {"Days", true}};
  for (const RepeatedPhrase& phrase : review.phrases) {
    table.rows.push_back({phrase.text, number(phrase.times), number(phrase.days)});
  }
  blocks.emplace_back(std::move(table));
}

}  // namespace

Blocks accounts_blocks(const Review& review) {
  Blocks blocks;
  if (review.has_first_account) {
    blocks.emplace_back(
        Paragraph{plain(review.first_account.empty()
                            ? "Your first account states no reason that the codebook knows."
                            : "On the first day you wrote:"),
                  false});
    for (const Quote& quote : review.first_account) blocks.emplace_back(to_quotation(quote));
    add_comparison(review, blocks);
  }
  add_contradictions(review, blocks);
  add_phrases(review, blocks);
  return blocks;
}

}  // namespace lull
