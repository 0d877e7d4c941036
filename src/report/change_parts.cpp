#include <algorithm>

#include "review_parts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

bool says_something(const ThemeFinding& finding) {
  const Verdict& verdict = finding.verdict;
  return verdict.mine != Changed::unasked || verdict.theirs != Changed::unasked ||
         !verdict.why.empty();
}

Facts closeness_facts(const Review& review) {
  Facts facts;
  facts.items = {{"Days about emotional closeness", number(review.emotional_days)},
                 {"Days about sex and touch", number(review.physical_days)}};
  if (review.silence && review.silence->urges > 0) {
    facts.items.push_back(
        {"Urges that were about sex", out_of(review.urges_for_sex, review.silence->urges)});
  }
  return facts;
}

void add_quotes(const std::string& title, const std::vector<Quote>& quotes, Blocks& blocks) {
  if (quotes.empty()) return;
  blocks.emplace_back(Heading{3, title});
  for (const Quote& quote : quotes) blocks.emplace_back(to_quotation(quote));
}

}  // namespace

std::string said(Changed changed, const std::string& otherwise) {
  return changed == Changed::unasked ? otherwise : std::string(to_string(changed));
}

Blocks closeness_blocks(const Review& review) {
  Blocks blocks;
  const bool urges = review.silence && !review.silence->urge_channels.empty();
  if (review.emotional_days == 0 && review.physical_days == 0 && !urges) return blocks;
  blocks.emplace_back(closeness_facts(review));
  if (urges) {
    for (Block& chart : urge_channel_charts(*review.silence)) blocks.push_back(std::move(chart));
  }
  add_quotes("Emotional closeness", review.emotional_quotes, blocks);
  add_quotes("Sex and touch", review.physical_quotes, blocks);
  return blocks;
}

Blocks changed_blocks(const Review& review) {
  Blocks blocks;
  const auto ranked = ranked_themes(review);
  if (ranked.empty()) return blocks;
  if (std::none_of(ranked.begin(), ranked.end(),
                   [](const ThemeFinding* finding) { return says_something(*finding); })) {
    blocks.emplace_back(
        Paragraph{plain("You have not said yet whether any of it has changed. To say it: lull "
                        "themes changed THEME --mine yes|no|unsure"),
                  false});
    return blocks;
  }
  Table table;
  table.columns = {{"Theme"}, {"Your part"}, {"Their part"}, {"Why"}};
  for (const ThemeFinding* finding : ranked) {
    table.rows.push_back({std::string(label_of(finding->theme)),
                          said(finding->verdict.mine, "not said"),
                          said(finding->verdict.theirs, "ask in the talk"), finding->verdict.why});
  }
  blocks.emplace_back(std::move(table));
  blocks.emplace_back(Paragraph{
      plain("What they have changed cannot be known in silence; where you have not heard it from "
            "them, it stays a question."),
      true});
  return blocks;
}

Blocks language_blocks(const Review& review) {
  Blocks blocks;
  if (review.markers.empty()) return blocks;
  Table table;
  table.caption = "For every 100 words";
  table.columns = {{"Words"}, {"First half", true}, {"Second half", true}};
  BulletList caveats;
  for (const MarkerTrend& marker : review.markers) {
    table.rows.push_back({marker.label, decimal(marker.first_half), decimal(marker.second_half)});
    if (!marker.caveat.empty()) {
      caveats.items.push_back({{marker.label + ": ", Face::strong}, {marker.caveat}});
    }
  }
  blocks.emplace_back(std::move(table));
  if (!caveats.items.empty()) blocks.emplace_back(std::move(caveats));
  return blocks;
}

}  // namespace lull
