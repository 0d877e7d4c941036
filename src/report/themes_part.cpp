#include <algorithm>
#include <cstdlib>

#include "buckets.hpp"
#include "review_parts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

std::string rise_or_fall(const ThemeFinding& finding) {
  const int first = finding.first_half_days;
  const int second = finding.second_half_days;
  // A day more or less, or less than a fifth of all days, is no direction.
  const int change = second - first;
  const bool clear = std::abs(change) > 1 && 5 * std::abs(change) >= finding.days;
  const char* word = !clear ? "" : change > 0 ? ": rising" : ": falling";
  return number(first) + " in the first half, " + number(second) + " in the second" + word;
}

std::string whose_part(const ThemeFinding& finding) {
  std::vector<std::string> parts;
  if (finding.mine > 0) parts.push_back("of your own part in " + number(finding.mine));
  if (finding.theirs > 0) parts.push_back("of theirs in " + number(finding.theirs));
  if (finding.ours > 0) parts.push_back("of both in " + number(finding.ours));
  if (parts.empty()) return "";
  return "By sentence, you wrote " + listed(parts) + ".";
}

std::string changed_words(const Verdict& verdict) {
  if (verdict.mine == Changed::unasked && verdict.theirs == Changed::unasked) return "";
  return "Has it changed? Yours: " + said(verdict.mine, "not said") +
         ". Theirs: " + said(verdict.theirs, "a question for the talk") + ".";
}

void add_theme(const ThemeFinding& finding, Blocks& blocks) {
  blocks.emplace_back(Heading{4, std::string(label_of(finding.theme))});
  Text text;
  text.push_back({count(finding.days, "day"), Face::strong});
  text.push_back({", " + count(finding.sentences, "sentence") + "; " + rise_or_fall(finding) + ".",
                  Face::plain});
  if (finding.verdict.verdict == ThemeVerdict::confirmed) {
    text.push_back({" You confirmed it.", Face::plain});
  }
  for (const std::string& more : {whose_part(finding), changed_words(finding.verdict)}) {
    if (!more.empty()) text.push_back({" " + more, Face::plain});
  }
  blocks.emplace_back(Paragraph{std::move(text), false});
  for (const Quote& quote : finding.quotes) blocks.emplace_back(to_quotation(quote));
}

BarChart days_chart(const std::vector<const ThemeFinding*>& ranked) {
  BarChart chart;
  chart.words.title = "Days on which each theme came up";
  chart.words.description = "Counted once a day, however often it was written.";
  chart.words.numbers.columns = {{"Theme"}, {"Days", true}};
  chart.series = {"days"};
  for (const ThemeFinding* finding : ranked) {
    const std::string label(label_of(finding->theme));
    chart.rows.push_back({label, {finding->days}});
    chart.words.numbers.rows.push_back({label, number(finding->days)});
  }
  return chart;
}

void add_families(const std::vector<const ThemeFinding*>& ranked, Blocks& blocks) {
  std::vector<ThemeFamily> families;  // in the order of their strongest theme
  for (const ThemeFinding* finding : ranked) {
    const ThemeFamily family = family_of(finding->theme);
    if (std::find(families.begin(), families.end(), family) == families.end()) {
      families.push_back(family);
    }
  }
  for (ThemeFamily family : families) {
    blocks.emplace_back(Heading{3, std::string(label_of(family))});
    for (const ThemeFinding* finding : ranked) {
      if (family_of(finding->theme) == family) add_theme(*finding, blocks);
    }
  }
}

void add_set_aside(const Review& review, Blocks& blocks) {
  std::vector<std::string> words;
  for (const ThemeFinding& finding : review.themes) {
    if (finding.verdict.verdict != ThemeVerdict::rejected) continue;
    if (finding.theme == Theme::abuse_safety) continue;
    words.push_back(std::string(label_of(finding.theme)) + " (" + count(finding.days, "day") + ")");
  }
  if (words.empty()) return;
  blocks.emplace_back(Paragraph{plain("You set aside: " + listed(words) + "."), false});
}

void add_silent_pages(const Review& review, Blocks& blocks) {
  std::string text;
  if (review.entries_without_reason > 0 && !ranked_themes(review).empty()) {
    text = "No reason is stated in " + count(review.entries_without_reason, "entry") +
           ". That is a normal result.";
  }
  if (review.entries_unread > 0) {
    text += (text.empty() ? "" : " ") + count(review.entries_unread, "entry") +
            (review.entries_unread == 1 ? " is" : " are") +
            " in a language the codebook does not know, and went unread.";
  }
  if (!text.empty()) blocks.emplace_back(Paragraph{plain(text), true});
}

}  // namespace

std::vector<const ThemeFinding*> ranked_themes(const Review& review) {
  std::vector<const ThemeFinding*> ranked;
  for (const ThemeFinding& finding : review.themes) {
    if (finding.theme == Theme::abuse_safety) continue;
    if (finding.verdict.verdict == ThemeVerdict::rejected) continue;
    ranked.push_back(&finding);
  }
  return ranked;
}

Block themes_over_time(const Review& review) {
  const auto ranked = ranked_themes(review);
  const BucketSize step = step_for(review.span, BucketSize::week, 60);
  const auto pieces = buckets(review.span, step);
  SmallMultiples chart;
  chart.words.title = "Themes by " + std::string(step_name(step));
  chart.words.description = "Days with each theme, all on one scale.";
  chart.words.numbers.columns = {{"Theme"}, {"Days by " + std::string(step_name(step))}};
  chart.first_step = pieces.front().label;
  chart.last_step = pieces.back().label;
  for (const ThemeFinding* finding : ranked) {
    std::vector<int> sums(pieces.size(), 0);
    for (std::size_t week = 0; week < finding->weeks.size(); ++week) {
      sums.at(bucket_of(pieces, review.span.first + static_cast<int>(week) * 7)) +=
          finding->weeks[week];
    }
    const std::string label(label_of(finding->theme));
    std::string row;
    for (int value : sums) row += (row.empty() ? "" : " ") + number(value);
    chart.items.push_back({label, {sums.begin(), sums.end()}});
    chart.words.numbers.rows.push_back({label, row});
  }
  return chart;
}

Blocks themes_blocks(const Review& review) {
  Blocks blocks;
  if (review.writing.entries == 0 && review.themes.empty()) return blocks;
  const auto ranked = ranked_themes(review);
  if (ranked.empty()) {
    blocks.emplace_back(
        Paragraph{plain("These pages state no reason that the codebook knows. That is a normal "
                        "result: it says something about the pages, not about the two of you."),
                  false});
  } else {
    blocks.emplace_back(Paragraph{
        plain("What you gave as reasons, by the number of days you came back to each. Every one "
              "stands on sentences of yours; the words that counted are marked."),
        false});
    if (ranked.size() > 1) blocks.emplace_back(days_chart(ranked));
    if (review.span.last - review.span.first >= 13) blocks.push_back(themes_over_time(review));
    add_families(ranked, blocks);
  }
  add_set_aside(review, blocks);
  add_silent_pages(review, blocks);
  return blocks;
}

}  // namespace lull
