#include "lull/app/pause.hpp"

#include <memory>

#include "lull/app/journal.hpp"
#include "lull/app/verdicts.hpp"
#include "lull/store/sqlite_store.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

constexpr Instant kNow{1'795'212'000};

struct House {
  std::unique_ptr<Store> store = open_memory_store();
  FixedClock clock{kNow};
  DayRule rule{ambient_zone()};

  void write(const std::string& text, int days_ago = 0, bool starred = false,
             EntryKind kind = EntryKind::page) {
    Draft draft;
    draft.text = text;
    draft.at = kNow - std::int64_t{days_ago} * 86'400;
    draft.starred = starred;
    draft.kind = kind;
    Journal(*store, clock, rule).add(draft);
  }
  std::optional<std::string> words() {
    return own_words(*store, rule.day_of(kNow), Codebook::built_in());
  }
};

constexpr const char* kReason = "We fought about money every week.";

}  // namespace

TEST_CASE("without a page there are no words of one's own", "[own_words]") {
  House house;
  CHECK_FALSE(house.words());
  house.write("It rained all day.");
  CHECK_FALSE(house.words());
}

TEST_CASE("a starred page comes before a reason, and its sentence alone stands for a reason",
          "[own_words]") {
  House house;
  house.write(std::string("It rained. ") + kReason + " Then I slept.", 3);
  CHECK(house.words() == kReason);
  house.write("Mornings are mine.", 2, true);
  CHECK(house.words() == "Mornings are mine.");
}

TEST_CASE("the reason of most days is shown, in its newest sentence", "[own_words]") {
  House house;
  house.write("They cheated on me.", 9);
  house.write("They cheated on me. They cheated on me again.", 9);
  house.write("We fought about money.", 8);
  house.write(kReason, 2);
  CHECK(house.words() == kReason);
}

TEST_CASE("a letter, fear, crisis and blame of oneself are never shown", "[own_words]") {
  House house;
  house.write(kReason, 5, true, EntryKind::letter);
  house.write(std::string(kReason) + " They hit me.", 4, true);
  house.write(std::string(kReason) + " I want to die.", 3, true);
  house.write("It was all my fault.", 2, true);
  house.write("I ruined everything because I cheated on them.", 1, true);
  CHECK_FALSE(house.words());
}

TEST_CASE("a reason that was rejected is none", "[own_words]") {
  House house;
  house.write(kReason, 2);
  REQUIRE(house.words() == kReason);
  Verdicts verdicts(*house.store, house.clock, house.rule);
  for (const Theme theme : all_themes()) verdicts.judge(theme, ThemeVerdict::rejected);
  CHECK_FALSE(house.words());
}
