// A review without names, to be shown to somebody.
#include <algorithm>

#include "lull/app/reviewer.hpp"
#include "lull/app/silence.hpp"
#include "lull/app/wants.hpp"
#include "lull/base/zone.hpp"
#include "lull/store/records.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

struct Desk {
  std::unique_ptr<Store> store = open_memory_store();
  FixedClock clock{Instant{1'795'212'000}};
  DayRule rule{ambient_zone()};

  Desk() {
    QuietPeriod period;
    period.from = rule.day_of(clock.now());
    period.length = 30;
    period.alias = "Robin";
    period.exceptions = {"the children, by robin's mother"};
    Quiet(*store, clock, rule, false).begin(period, "");
  }

  void write(const std::string& text) {
    Entry entry;
    entry.at = rule.moment(clock.now());
    entry.written = clock.now();
    entry.text = text;
    store->change("journal add", [&](Change& change) { insert(change, entry); });
  }

  Review review(std::vector<std::string> names) {
    ReviewRequest request;
    request.preview = true;
    request.anonymous = true;
    request.names = std::move(names);
    return gather_review(*store, clock, rule, request);
  }

  /// The one quotation of the review, its marked words between stars.
  std::string quote(const std::string& text, std::vector<std::string> names) {
    write(text);
    const Review whole = review(std::move(names));
    for (const ThemeFinding& finding : whole.themes) {
      for (const Quote& quote : finding.quotes) return marked(quote);
    }
    return {};
  }

  static std::string marked(const Quote& quote) {
    std::string text = quote.text;
    for (auto word = quote.words.rbegin(); word != quote.words.rend(); ++word) {
      REQUIRE(word->begin <= word->end);
      REQUIRE(word->end <= text.size());
      text.insert(word->end, "*").insert(word->begin, "*");
    }
    return text;
  }
};

}  // namespace

TEST_CASE("names go, whole words only, whatever their case and accents", "[review_names]") {
  CHECK(Desk().quote("We never talked, ROBIN and I.", {}) ==
        "*We* *never* *talked*, [name] and I.");
  CHECK(Desk().quote("We never talked, Robinson and I, of robin's robins.", {"Robinson"}) ==
        "*We* *never* *talked*, [name] and I, of [name]'s robins.");
  CHECK(Desk().quote("Zo\u00eb cheated on me.", {"Zoe"}) == "*[name]* *cheated* *on* *me*.");
  CHECK(Desk().quote("Zoe\u0308 cheated on me.", {"Zo\u00eb"}) == "*[name]* *cheated* *on* *me*.");
  CHECK(Desk().quote("Zoe cheated on me.", {"Zo\u00eb"}) == "*[name]* *cheated* *on* *me*.");
}

TEST_CASE("the longer of two names goes first, and marks stay within the text", "[review_names]") {
  CHECK(Desk().quote("We never talked, Robin Maximilian.", {"Robin Maximilian"}) ==
        "*We* *never* *talked*, [name].");
  CHECK(Desk()
            .quote("He cheated on me with Maximiliane Roberta", {"Maximiliane Roberta"})
            .ends_with("[name]"));
}

TEST_CASE("a name in a script without spaces goes from within a sentence", "[review_names]") {
  CHECK(Desk().quote("We never talked, \u4f60\u597d\u5c0f\u660e\u518d\u89c1.", {"\u5c0f\u660e"}) ==
        "*We* *never* *talked*, \u4f60\u597d[name]\u518d\u89c1.");
}

TEST_CASE("names go from exceptions and wants too", "[review_names]") {
  Desk desk;
  WantDraft want;
  want.text = "children with Robin";
  want.horizon = "when Robin is back";
  Wants(*desk.store, desk.clock, desk.rule).add(want);
  const Review review = desk.review({});
  CHECK(review.silence->period.exceptions ==
        std::vector<std::string>{"the children, by [name]'s mother"});
  REQUIRE(review.my_wants.size() == 1);
  CHECK(review.my_wants[0].text == "children with [name]");
  CHECK(review.my_wants[0].horizon == "when [name] is back");
}

TEST_CASE("no names, or one that is nothing, leaves every word", "[review_names]") {
  CHECK(Desk().quote("We never talked.", {"", " "}) == "*We* *never* *talked*.");
}
