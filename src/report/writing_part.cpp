#include <algorithm>
#include <cmath>

#include "buckets.hpp"
#include "review_parts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

Facts writing_facts(const WritingPart& writing) {
  Facts facts;
  facts.items.push_back({"Entries", number(writing.entries)});
  if (writing.letters > 0) {
    facts.items.push_back({"Of these, letters never sent", number(writing.letters)});
  }
  facts.items.push_back({"Days written", number(writing.days_written)});
  facts.items.push_back({"Words", number(writing.words)});
  if (writing.weeks > 0) {
    facts.items.push_back(
        {"Weeks with two days or more", out_of(writing.weeks_with_cadence, writing.weeks)});
  }
  if (writing.longest_gap > 0) {
    facts.items.push_back({"Longest gap", count(writing.longest_gap, "day")});
  }
  return facts;
}

std::string trend_of(double first, double second) {
  // From the means as they are shown, so that the reader's own sum agrees.
  const double change = (std::round(second * 10) - std::round(first * 10)) / 10;
  if (change == 0) return "The two halves agree.";
  return "The second half is " + decimal(std::abs(change)) + (change > 0 ? " higher." : " lower.");
}

void add_mood(const Review& review, Blocks& blocks) {
  const WritingPart& writing = review.writing;
  if (writing.mood.empty()) return;
  blocks.emplace_back(Heading{3, "Mood"});
  if (writing.mood_first_half && writing.mood_second_half) {
    Facts facts;
    facts.items = {{"Mean of the first half", decimal(*writing.mood_first_half)},
                   {"Mean of the second half", decimal(*writing.mood_second_half)}};
    blocks.emplace_back(std::move(facts));
    blocks.emplace_back(
        Paragraph{plain(trend_of(*writing.mood_first_half, *writing.mood_second_half)), false});
  }
  if (writing.mood.size() > 1) {
    blocks.push_back(mood_chart(review));
  } else {
    blocks.emplace_back(
        Paragraph{plain("One mood was written down: " + decimal(writing.mood.front().value) +
                        " on " + plain_date(writing.mood.front().day) + "."),
                  false});
  }
}

void add_feelings(const WritingPart& writing, Blocks& blocks) {
  constexpr std::size_t kMost = 8;
  if (writing.feelings.empty()) return;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(kMost, writing.feelings.size()); ++i) {
    words.push_back(writing.feelings[i].first + " (" + number(writing.feelings[i].second) + ")");
  }
  blocks.emplace_back(Paragraph{plain("Feelings you named most: " + listed(words) + "."), false});
}

}  // namespace

Block mood_chart(const Review& review) {
  const BucketSize step = step_for(review.span, BucketSize::day, 125);
  const auto pieces = buckets(review.span, step);
  const std::vector<DayValue> values = means(review.writing.mood, pieces);
  LineChart chart;
  const bool daily = step == BucketSize::day;
  chart.words.title = "Mood over time";
  chart.words.description =
      daily ? "Mood by day, from 1 (worst) to 10."
            : "Mean mood by " + std::string(step_name(step)) + ", from 1 (worst) to 10.";
  chart.words.numbers.columns = {{capitalized(std::string(step_name(step)))}, {"Mood", true}};
  chart.lowest = 1;
  chart.highest = 10;
  chart.step = days_in(step);
  for (const DayValue& value : values) {
    chart.points.push_back({value.day, value.value});
    chart.words.numbers.rows.push_back(
        {pieces[bucket_of(pieces, value.day)].label, decimal(value.value)});
  }
  return chart;
}

Blocks writing_blocks(const Review& review) {
  Blocks blocks;
  const WritingPart& writing = review.writing;
  if (writing.entries == 0) {
    blocks.emplace_back(Paragraph{plain("No entry stands in this span."), false});
    return blocks;
  }
  blocks.emplace_back(writing_facts(writing));
  add_mood(review, blocks);
  add_feelings(writing, blocks);
  return blocks;
}

}  // namespace lull
