#include "lull/model/contact.hpp"

#include <set>

#include "support/catch.hpp"

using namespace lull;
using Catch::Matchers::ContainsSubstring;

namespace {

Contact contact_of(Direction direction, Channel channel = Channel::text) {
  Contact contact;
  contact.direction = direction;
  contact.channel = channel;
  return contact;
}

}  // namespace

TEST_CASE("only what went out or both ways breaks the silence, by any channel", "[Contact]") {
  for (const Channel channel : all_channels()) {
    for (const Direction direction : all_directions()) {
      const Contact contact = contact_of(direction, channel);
      INFO(to_string(channel) << " " << to_string(direction));
      const bool went_out = direction == Direction::out || direction == Direction::both;
      CHECK(breaks_silence(contact, false) == went_out);
      CHECK(breaks_silence(contact, true) == (went_out || direction == Direction::looked));
    }
  }
}

TEST_CASE("nothing under a written exception breaks the silence", "[Contact]") {
  for (const Direction direction : all_directions()) {
    Contact contact = contact_of(direction);
    contact.exception = "children";
    CHECK(!breaks_silence(contact, true));
    CHECK_THAT(explain(contact, true), ContainsSubstring("exception"));
  }
}

TEST_CASE("the explanation says the same as the rule", "[Contact]") {
  for (const bool looking_breaks : {false, true}) {
    std::set<std::string> sentences;
    for (const Direction direction : all_directions()) {
      const Contact contact = contact_of(direction);
      const std::string sentence = explain(contact, looking_breaks);
      INFO(sentence);
      const bool says_no = sentence.find("does not break the silence") != std::string::npos;
      const bool says_yes = sentence.find(" breaks the silence") != std::string::npos;
      CHECK(says_yes == breaks_silence(contact, looking_breaks));
      CHECK(says_no != says_yes);
      CHECK(sentence.back() == '.');
      sentences.insert(sentence);
    }
    CHECK(sentences.size() == all_directions().size());
  }
}

TEST_CASE("the explanation holds no word of the person's", "[Contact]") {
  Contact contact = contact_of(Direction::out);
  contact.note = "Robin";
  CHECK(explain(contact, false).find("Robin") == std::string::npos);
  contact.exception = "Robin";
  CHECK(explain(contact, false).find("Robin") == std::string::npos);
}

TEST_CASE("every channel and direction has its own name for people", "[Contact]") {
  std::set<std::string_view> channels, directions;
  for (const Channel channel : all_channels()) channels.insert(label_of(channel));
  for (const Direction direction : all_directions()) directions.insert(label_of(direction));
  CHECK(channels.size() == 11);
  CHECK(directions.size() == 6);
  CHECK(channels.count("") + directions.count("") == 0);
  CHECK(label_of(Channel::im) == "instant message");
  CHECK(label_of(Direction::in) == "from them, not answered");
}

TEST_CASE("a contact covers the days from its first to its last", "[Contact]") {
  Contact contact;
  contact.at.day = Day{100};
  contact.last_day = Day{102};
  CHECK(contact.days() == DaySpan{Day{100}, Day{102}});
}
