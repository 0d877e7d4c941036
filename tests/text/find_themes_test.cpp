#include "lull/text/findings.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace lull;

namespace {

bool says(std::string_view text, Theme theme) {
  for (const Evidence& evidence : find_themes(text)) {
    if (evidence.theme == theme) return true;
  }
  return false;
}

double strength(std::string_view text, Theme theme) {
  double most = 0;
  for (const Evidence& evidence : find_themes(text)) {
    if (evidence.theme == theme) most = std::max(most, evidence.strength);
  }
  return most;
}

}  // namespace

TEST_CASE("a stated reason is found with its sentence, its words and whose it was",
          "[ThemeFinder]") {
  const std::string text = "It rained all day. He lied to me about the job.";
  const auto found = find_themes(text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].theme == Theme::trust_infidelity);
  CHECK(text.substr(found[0].sentence.begin) == "He lied to me about the job.");
  REQUIRE(found[0].words.size() >= 4);
  CHECK(text.substr(found[0].words[1].begin, 4) == "lied");
  CHECK(found[0].whose == Whose::theirs);
  CHECK(found[0].strength > 0.5);
}

TEST_CASE("whose it was follows the subject", "[ThemeFinder]") {
  const auto whose = [](std::string_view text) { return find_themes(text).at(0).whose; };
  CHECK(whose("I lied to her.") == Whose::mine);
  CHECK(whose("She lied to me.") == Whose::theirs);
  CHECK(whose("We lied to each other.") == Whose::ours);
}

TEST_CASE("what is denied is no reason, what was missing is", "[ThemeFinder]") {
  CHECK_FALSE(says("We never fought.", Theme::conflict));
  CHECK(says("We fought all the time.", Theme::conflict));
  CHECK(says("We never talked.", Theme::communication));
  CHECK_FALSE(says("He was never jealous.", Theme::jealousy_insecurity));
}

TEST_CASE("another person's trouble is not theirs", "[ThemeFinder]") {
  CHECK_FALSE(says("My sister lied to me about the car.", Theme::trust_infidelity));
  CHECK_FALSE(says("My boss yelled at me again.", Theme::conflict));
}

TEST_CASE("what follows another couple or a neighbour is theirs, until one of the pair comes in",
          "[ThemeFinder]") {
  CHECK_FALSE(says("A woman at work told me her husband has been lying about the money.",
                   Theme::trust_infidelity));
  CHECK(says("Her husband came to dinner and my boyfriend lied to me about the money.",
             Theme::trust_infidelity));
  CHECK_FALSE(says("I could hear the couple downstairs fighting again.", Theme::conflict));
  CHECK(says("With the couple downstairs at home we were fighting again.", Theme::conflict));
  CHECK_FALSE(says("I heard a podcast about two people who fell out of love.",
                   Theme::grew_apart_lost_love));
  CHECK(says("The landlord moved out and we fell out of love.", Theme::grew_apart_lost_love));
}

TEST_CASE("fear and harm is heard of whomever it is said", "[ThemeFinder]") {
  CHECK(says("I know that her husband pushed her down the stairs.", Theme::abuse_safety));
}

TEST_CASE("a name stands for the partner, unless it was said whose it is", "[ThemeFinder]") {
  CHECK(says("I never told Robin what I needed.", Theme::communication));
  CHECK(says("Sam never listened.", Theme::communication));
  CHECK(says("I met Zuriel in May. Zuriel never listened to me.", Theme::communication));
  CHECK_FALSE(says("My sister Zuriel came. Zuriel never listened to me.", Theme::communication));
  CHECK(find_themes("Sam lied to me.").at(0).whose == Whose::theirs);
}

TEST_CASE("what is said of now, once it has ended, weighs less", "[ThemeFinder]") {
  CHECK(strength("He was distant for months.", Theme::emotional_intimacy) >
        strength("We broke up in May. He is distant now.", Theme::emotional_intimacy));
}

TEST_CASE("the words of a blow, said of something else, are no fear and harm", "[ThemeFinder]") {
  for (const char* text : {
           "He broke things off with me on Sunday.",
           "She pushed me away whenever I came close.",
           "It hit me that we were done.",
           "I fell and broke my phone.",
           "She waited for me outside my work to bring my jacket.",
           "He came to my house to say sorry.",
           "I cut myself when cooking.",
           "I hurt myself when I ran.",
           "We threw plates away when he moved.",
           "That feeling is dangerous to trust.",
           "He beat me at chess.",
           "He pushed me to study.",
           "I was afraid of telling her.",
           "I do not feel safe in this new city.",
           "He always turned up at my door with flowers.",
           "He moved out without my consent.",
           "He took my keys by mistake.",
           "She slammed the door and left.",
           "He destroyed my life when he left.",
           "He forced me to choose between him and my sister.",
           "I stalked his profile last night.",
           "He followed me to Berlin for my job.",
           "She always follows me on Spotify.",
           "She attacked me with questions.",
           "He bit me playfully.",
       }) {
    CAPTURE(text);
    CHECK_FALSE(says(text, Theme::abuse_safety));
  }
}

TEST_CASE("fear and harm said plainly is heard", "[ThemeFinder]") {
  for (const char* text : {
           "He slapped me.",
           "He hit me again today.",
           "She choked me once.",
           "He put his hands on me.",
           "It was verbal abuse from the start.",
           "I was scared of him.",
           "I was afraid of his temper.",
           "She threatened to hurt me.",
           "He threw things at me.",
           "He punched a hole in the wall.",
           "She stalked me.",
           "He followed me home.",
           "The fight got physical.",
           "He waited outside my house all night.",
           "I finally left an abusive man.",
           "I had to call the police.",
       }) {
    CAPTURE(text);
    CHECK(says(text, Theme::abuse_safety));
  }
}

TEST_CASE("advice to a reader is no story of the writer's", "[ThemeFinder]") {
  CHECK_FALSE(says("If your partner lied to you, you deserve better.", Theme::trust_infidelity));
}

TEST_CASE("the same words count once, however many entries they are in", "[ThemeFinder]") {
  CHECK(strength("We fought all the time about money.", Theme::conflict) < 0.95);
}

TEST_CASE("what began after the end is not why it ended", "[ThemeFinder]") {
  CHECK_FALSE(says("Since the breakup we never talk.", Theme::communication));
  CHECK(says("Since the breakup he waits outside my house.", Theme::abuse_safety));
}

TEST_CASE("wishes, conditions and general truths are not reasons", "[ThemeFinder]") {
  CHECK_FALSE(says("If he lied to me I would leave.", Theme::trust_infidelity));
  CHECK_FALSE(says("Relationships need trust and communication.", Theme::communication));
}

TEST_CASE("a page that states no reason gives nothing", "[ThemeFinder]") {
  CHECK(find_themes("").empty());
  CHECK(find_themes("I miss the smell of his coat. Went to work, came home, cried.").empty());
}

TEST_CASE("evidence is well formed for any text", "[ThemeFinder]") {
  CHECK(rc::check("words of the trade in any order", [] {
    const auto word = rc::gen::element<std::string>(
        "he", "lied", "to", "me", "we", "fought", "never", "all", "the", "time", ".", ",", "\n",
        "my", "ex", "and", "?", "cheated", "on", "\xFF", "long", "distance", "drunk", "\u2019");
    std::string text;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(word))
      text += part + " ";
    for (const Evidence& evidence : find_themes(text)) {
      RC_ASSERT(evidence.strength > 0);
      RC_ASSERT(evidence.strength <= 1);
      RC_ASSERT(!evidence.words.empty());
      std::size_t end = evidence.sentence.begin;
      for (const TextSpan& span : evidence.words) {
        RC_ASSERT(span.begin >= end);
        RC_ASSERT(span.begin < span.end);
        end = span.end;
      }
      RC_ASSERT(end <= evidence.sentence.end);
    }
  }));
}
