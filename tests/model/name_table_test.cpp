#include <stdexcept>
#include <string>
#include <vector>

#include "lull/model/contact.hpp"
#include "lull/model/decision.hpp"
#include "lull/model/decision_rules.hpp"
#include "lull/model/due.hpp"
#include "lull/model/quiet_period.hpp"
#include "lull/model/urge.hpp"
#include "lull/model/verdict.hpp"
#include "lull/model/want.hpp"
#include "support/catch.hpp"

using namespace lull;

namespace {

// The words are stored and typed: a change here breaks journals and scripts.
template <typename Enum, typename Parse>
void check_words(const std::vector<std::string>& words, Parse parse) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    INFO(words[i]);
    const auto value = static_cast<Enum>(i);
    CHECK(to_string(value) == words[i]);
    CHECK(parse(words[i]) == value);
  }
  CHECK_THROWS_AS(to_string(static_cast<Enum>(words.size())), std::out_of_range);
  for (const char* wrong : {"", " ", "nothing-of-that-sort"}) CHECK(!parse(wrong));
}

}  // namespace

TEST_CASE("each value has its own word and is found again under it", "[NameTable]") {
  check_words<Channel>({"call", "text", "im", "social", "email", "letter", "flowers", "gift",
                        "visit", "sex", "other"},
                       parse_channel);
  check_words<Direction>({"out", "in", "both", "accidental", "unwanted", "looked"},
                         parse_direction);
  check_words<Choice>({"reconnect", "extend", "part", "undecided"}, parse_choice);
  check_words<OnBreak>({"carry-on", "restart"}, parse_on_break);
  check_words<EndedBy>({"unsaid", "me", "them", "mutual"}, parse_ended_by);
  check_words<ApartFor>({"no", "safety", "order-protects-me", "order-binds-me", "rather-not-say"},
                        parse_apart_for);
  check_words<UrgeOutcome>({"open", "passed", "acted"}, parse_urge_outcome);
  check_words<ThemeVerdict>({"none", "confirmed", "rejected"}, parse_theme_verdict);
  check_words<Changed>({"unasked", "yes", "no", "unsure"}, parse_changed);
  check_words<WantWhose>({"mine", "theirs"}, parse_want_whose);
  check_words<WantSource>({"own", "guessed", "heard"}, parse_want_source);
  check_words<WantTopic>(
      {"marriage", "children", "home", "work", "faith", "money", "closeness", "freedom", "other"},
      parse_want_topic);
  check_words<Afraid>({"no", "yes", "rather-not-say"}, parse_afraid);
  check_words<TheyWantIt>({"said-so", "dont-know", "no"}, parse_they_want_it);
  check_words<Due>({"decision", "review", "check-in", "writing", "backup"}, parse_due);
}

TEST_CASE("words are taken as they are, not in capitals or with blanks", "[NameTable]") {
  CHECK(!parse_channel("Text"));
  CHECK(!parse_channel("text "));
  CHECK(!parse_direction("ou"));
}
