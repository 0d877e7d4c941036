#include "review_screen.hpp"

#include <algorithm>

#include "wording.hpp"

namespace lull {
namespace {

std::string silence_words(const SilencePart& silence) {
  const Streak& streak = silence.streak;
  std::string text = count(streak.total, "quiet day");
  if (streak.length) text += ", of " + number(*streak.length) + " asked for";
  if (streak.longest.days > 0) text += "; the longest run was " + count(streak.longest.days, "day");
  if (streak.broken_days > 0) text += "; interrupted on " + count(streak.broken_days, "day");
  text += ".";
  if (silence.urges > 0) {
    text += " " + count(silence.urges, "urge") + ": " + number(silence.urges_passed) + " passed, " +
            number(silence.urges_acted) + " acted on.";
  }
  return text;
}

std::string writing_words(const WritingPart& writing) {
  if (writing.entries == 0) return "No entry stands in this span.";
  std::string text = count(writing.entries, "entry") + " on " + count(writing.days_written, "day") +
                     ", " + count(writing.words, "word") + ".";
  if (writing.mood_first_half && writing.mood_second_half) {
    text += " Mood: " + decimal(*writing.mood_first_half) + " in the first half, " +
            decimal(*writing.mood_second_half) + " in the second.";
  }
  return text;
}

void add_facts(const Review& review, Blocks& blocks) {
  if (review.silence) blocks.emplace_back(Paragraph{plain(silence_words(*review.silence))});
  Paragraph writing{plain(writing_words(review.writing))};
  writing.close = review.silence.has_value();
  blocks.emplace_back(std::move(writing));
}

void add_theme(const ThemeFinding& finding, Blocks& blocks) {
  Paragraph line{
      {{std::string(label_of(finding.theme)), Face::strong}, {", " + count(finding.days, "day")}}};
  line.close = true;
  if (finding.quotes.empty()) {
    blocks.emplace_back(std::move(line));
    return;
  }
  Quotation quotation = to_quotation(finding.quotes.front());
  line.text.push_back({"; on " + quotation.source + ":"});
  quotation.source.clear();
  quotation.close = true;
  blocks.emplace_back(std::move(line));
  blocks.emplace_back(std::move(quotation));
}

void add_themes(const Review& review, Blocks& blocks) {
  constexpr std::size_t kMost = 3;
  if (review.writing.entries == 0) return;
  auto ranked = ranked_themes(review);
  if (ranked.size() > kMost) ranked.resize(kMost);
  if (ranked.empty()) {
    blocks.emplace_back(
        Paragraph{plain("No reason is stated in these pages. That is a normal result.")});
    return;
  }
  blocks.emplace_back(Heading{4, "What you came back to most"});
  for (const ThemeFinding* finding : ranked) add_theme(*finding, blocks);
}

void add_changed(const Review& review, Blocks& blocks) {
  std::vector<std::string> yes;
  std::vector<std::string> no;
  std::vector<std::string> open;
  for (const ThemeFinding* finding : ranked_themes(review)) {
    const std::string label(label_of(finding->theme));
    const Changed mine = finding->verdict.mine;
    (mine == Changed::yes ? yes : mine == Changed::no ? no : open).push_back(label);
  }
  if (yes.empty() && no.empty() && open.empty()) return;
  blocks.emplace_back(Heading{4, "What has changed, on your side"});
  Facts facts;
  if (!yes.empty()) facts.items.push_back({"Changed", listed(yes)});
  if (!no.empty()) facts.items.push_back({"Not changed", listed(no)});
  if (!open.empty()) {
    constexpr std::size_t kMost = 4;
    if (open.size() > kMost) {
      const std::size_t more = open.size() - kMost;
      open.resize(kMost);
      open.push_back(number(static_cast<std::int64_t>(more)) + " more");
    }
    facts.items.push_back({"Not said yet", listed(open)});
  }
  blocks.emplace_back(std::move(facts));
}

void add_open(const Review& review, Blocks& blocks) {
  constexpr std::size_t kMost = 2;
  if (review.questions.empty()) return;
  blocks.emplace_back(Heading{4, "What is open"});
  BulletList list;
  for (std::size_t i = 0; i < std::min(kMost, review.questions.size()); ++i) {
    list.items.push_back(plain(review.questions[i].text));
  }
  if (review.questions.size() > kMost) {
    list.items.push_back(
        plain("and " +
              count(static_cast<std::int64_t>(review.questions.size() - kMost), "more question") +
              " about what they want"));
  }
  blocks.emplace_back(std::move(list));
}

}  // namespace

Blocks screen_blocks(const Review& review) {
  Blocks blocks;
  add_facts(review, blocks);
  if (!review.safety) {
    add_themes(review, blocks);
    add_changed(review, blocks);
    add_open(review, blocks);
  }
  blocks.emplace_back(Paragraph{plain("All of it: lull review --full"), true});
  return blocks;
}

}  // namespace lull
