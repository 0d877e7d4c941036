#include "lull/report/review_document.hpp"

#include <algorithm>

#include "golden_file.hpp"
#include "sample_reviews.hpp"
#include "support/catch.hpp"

using namespace lull;
using namespace lull::testing;

namespace {

std::vector<std::string> parts_of(const Document& document) {
  std::vector<std::string> parts;
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading != nullptr && heading->level == 2) parts.push_back(heading->text);
  }
  return parts;
}

template <class Chart>
std::size_t count_of(const Document& document) {
  return static_cast<std::size_t>(
      std::count_if(document.blocks.begin(), document.blocks.end(),
                    [](const Block& block) { return std::holds_alternative<Chart>(block); }));
}

bool says(const Review& review, const std::string& words) {
  return std::any_of(all_formats().begin(), all_formats().end(), [&](const std::string& format) {
    return rendered(review, format).find(words) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("a full review has ten parts, numbered in order", "[review_document]") {
  CHECK(parts_of(to_document(rich_review())) ==
        std::vector<std::string>{
            "1. The silence", "2. The writing", "3. Why it ended, in your words",
            "4. The first account and the daily pages", "5. Closeness and sex",
            "6. What has changed", "7. What you want", "8. How the writing changed",
            "9. The decision", "10. Method and limits"});
}

TEST_CASE("parts with nothing to say are left out", "[review_document]") {
  CHECK(parts_of(to_document(empty_review())) ==
        std::vector<std::string>{"1. The writing", "2. Method and limits"});
  CHECK(parts_of(to_document(sparse_review())) ==
        std::vector<std::string>{"1. The silence", "2. The writing",
                                 "3. Why it ended, in your words", "4. The decision",
                                 "5. Method and limits"});
}

TEST_CASE("a review with little in it has no empty chart", "[review_document]") {
  const Document empty = to_document(empty_review());
  CHECK(count_of<BarChart>(empty) + count_of<LineChart>(empty) + count_of<CalendarChart>(empty) +
            count_of<SmallMultiples>(empty) + count_of<HourGrid>(empty) ==
        0);
  const Document sparse = to_document(sparse_review());
  CHECK(count_of<CalendarChart>(sparse) == 1);
  CHECK(count_of<BarChart>(sparse) + count_of<LineChart>(sparse) +
            count_of<SmallMultiples>(sparse) + count_of<HourGrid>(sparse) ==
        0);
}

TEST_CASE("one mood is a sentence and two are a chart", "[review_document]") {
  Review review = sparse_review();
  review.writing.mood = {{review.span.first, 4}};
  CHECK(count_of<LineChart>(to_document(review)) == 0);
  CHECK(says(review, "One mood was written down: 4.0"));
  review.writing.mood.push_back({review.span.first + 3, 6});
  CHECK(count_of<LineChart>(to_document(review)) == 1);
}

TEST_CASE("the safety rule puts help first and keeps four parts", "[review_document]") {
  Review review = rich_review();  // even when the facts of the other parts are there
  review.safety = true;
  review.help_lines = {"Call 112."};
  review.decisions.push_back(review.decisions.front());
  review.decisions.back().choice = Choice::reconnect;
  for (ReviewDepth depth : {ReviewDepth::screen, ReviewDepth::full}) {
    const Document document = to_document(review, depth);
    const auto* note = std::get_if<Note>(&document.blocks.front());
    REQUIRE(note != nullptr);
    CHECK(note->urgent);
    CHECK(note->lines.front().front().text == "Call 112.");
  }
  CHECK(parts_of(to_document(review)) ==
        std::vector<std::string>{"1. The silence", "2. The writing", "3. The decision",
                                 "4. Method and limits"});
  CHECK_FALSE(says(review, "reconnect"));
  CHECK_FALSE(says(review, "talk with them"));
  for (const ThemeFinding& finding : review.themes) {
    CHECK_FALSE(says(review, std::string(label_of(finding.theme))));
  }
  CHECK_FALSE(says(review, "alone together"));
}

TEST_CASE("fear and harm is never among the reasons", "[review_document]") {
  Review review = rich_review();
  review.themes.push_back(review.themes.front());
  review.themes.back().theme = Theme::abuse_safety;
  CHECK_FALSE(says(review, "Fear and harm"));
  CHECK_FALSE(says(review, "abuse_safety"));
  review.themes.back().verdict.verdict = ThemeVerdict::rejected;
  CHECK_FALSE(says(review, "Fear and harm"));
  CHECK_FALSE(says(review, "abuse_safety"));
}

TEST_CASE("an anonymous review has no name in any format", "[review_document]") {
  Review review = rich_review();
  review.silence->period.alias = "Zorro";
  review.talks.front().first_name = "Zorro";
  review.talks.front().second_name = "Zorro";
  review.checkins.front().who = "Zorro";
  CHECK(says(review, "Zorro"));
  review.anonymous = true;
  CHECK_FALSE(says(review, "Zorro"));
}

TEST_CASE("marked words that stand side by side are marked together", "[review_document]") {
  Review review = rich_review();
  review.themes.front().quotes = {{"We never talked, and we never  talked.", 1, Day{20000}, {}}};
  review.themes.front().quotes.front().words = {{0, 2},   {3, 8},   {9, 15},
                                                {21, 23}, {24, 29}, {31, 37}};
  const std::string text = rendered(review, "md");
  CHECK_THAT(text, Catch::Matchers::ContainsSubstring("**We never talked**, and **we never**"));
}

TEST_CASE("a preview is marked and says when the review opens", "[review_document]") {
  CHECK(says(sparse_review(), "Preview"));
  CHECK(says(sparse_review(), "The review opens on 10 December 2026."));
  CHECK_FALSE(says(rich_review(), "Preview"));
}

TEST_CASE("a theme that was set aside is named once and not quoted", "[review_document]") {
  Review review = rich_review();
  review.themes.front().verdict.verdict = ThemeVerdict::rejected;
  CHECK(says(review, "You set aside: Talking and being heard (11 days) and Jealousy"));
  for (const std::string format : {"txt", "md", "html"}) {
    CHECK(rendered(review, format).find("never listened") == std::string::npos);
  }
}

TEST_CASE("one screen shows the three strongest themes with a quotation each",
          "[review_document]") {
  const Document document = to_document(rich_review(), ReviewDepth::screen);
  CHECK(count_of<Quotation>(document) == 3);
  CHECK(count_of<CalendarChart>(document) == 0);
}

TEST_CASE("no sentence of ours praises, scolds or hopes", "[review_document]") {
  for (SampleReview sample : all_sample_reviews()) {
    sample.review.help_lines.clear();  // not ours
    const std::string text = rendered(sample.review, "txt");
    for (const char* word : {"!", "fail", "Fail", "missed", "lost the", "great", "Great",
                             "well done", "Well done", "get back", "win", "you are "}) {
      INFO(sample.name << ": " << word);
      CHECK(text.find(word) == std::string::npos);
    }
  }
}
