#include "lull/text/sentences.hpp"

#include <rapidcheck.h>

#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace lull;

namespace {

std::vector<std::string> parts(const std::string& text) {
  std::vector<std::string> sentences;
  for (const TextSpan& span : split_sentences(text))
    sentences.push_back(text.substr(span.begin, span.end - span.begin));
  return sentences;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("full stops, questions and exclamations end sentences", "[Sentences]") {
  CHECK(parts("He left. Why? I know!  Then nothing...") ==
        Parts{"He left.", "Why?", "I know!", "Then nothing..."});
}

TEST_CASE("abbreviations, initials and decimals end nothing", "[Sentences]") {
  CHECK(parts("Dr. Lee said 2.5 hours at 9 p.m. was enough.") ==
        Parts{"Dr. Lee said 2.5 hours at 9 p.m. was enough."});
  CHECK(parts("J. and I met, e.g. at work.") == Parts{"J. and I met, e.g. at work."});
}

TEST_CASE("a word that is also an abbreviation can end a sentence", "[Sentences]") {
  CHECK(parts("I said no. He stayed.") == Parts{"I said no.", "He stayed."});
}

TEST_CASE("a closing quote belongs to its sentence", "[Sentences]") {
  CHECK(parts("He said \"go.\" I went.") == Parts{"He said \"go.\"", "I went."});
  CHECK(parts("\u201CGo.\u201D I went.") == Parts{"\u201CGo.\u201D", "I went."});
}

TEST_CASE("items of a list and short lines are sentences", "[Sentences]") {
  CHECK(parts("- no trust\n- no talk\n1. money") == Parts{"- no trust", "- no talk", "1. money"});
  CHECK(parts("he never listened\nwe shouted") == Parts{"he never listened", "we shouted"});
}

TEST_CASE("a wrapped line does not end a sentence", "[Sentences]") {
  const std::string text =
      "We had been talking about the flat for the whole of the\nautumn and nothing came of it.";
  CHECK(parts(text) == Parts{text});
}

TEST_CASE("a long run without any mark is parted where one would draw breath", "[Sentences]") {
  std::string text =
      "i told him that i was tired of the way we kept going around it every single night of the "
      "week ";
  text +=
      "but he said that it was nothing and went back to his game and i sat there for an hour with "
      "the light off";
  CHECK(parts(text).size() > 1);
  CHECK(parts("i told him but he went").size() == 1);
}

TEST_CASE("nothing but white space holds no sentence", "[Sentences]") {
  CHECK(split_sentences("").empty());
  CHECK(split_sentences(" \n\t ").empty());
}

TEST_CASE("sentences are in order, apart, within the text and lose no letter", "[Sentences]") {
  CHECK(rc::check("any bytes", [](const std::string& text) {
    std::size_t end = 0;
    std::string kept;
    for (const TextSpan& span : split_sentences(text)) {
      RC_ASSERT(span.begin >= end);
      RC_ASSERT(span.begin < span.end);
      RC_ASSERT(span.end <= text.size());
      kept += text.substr(span.begin, span.end - span.begin);
      end = span.end;
    }
    const auto letters = [](const std::string& some) {
      std::string only;
      for (const char c : some) {
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') only += c;
      }
      return only;
    };
    RC_ASSERT(letters(kept) == letters(text));
  }));
}

TEST_CASE("a text of megabytes has the sentences of its paragraphs", "[Sentences]") {
  const std::vector<std::string> pieces{
      "we had been talking about the flat for the whole of that long autumn",
      "He left",
      ". ",
      "...",
      "? ",
      "\n",
      " e.g. ",
      "1. money",
      "\" ",
      "and then ",
      "\u2026",
      " 2.5"};
  for (const unsigned seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    std::mt19937 draw(seed);
    std::string text;
    std::vector<TextSpan> expected;
    while (text.size() < 1'500'000) {
      std::string paragraph = "I";
      for (std::size_t left = draw() % 3000; left > 0; --left)
        paragraph += pieces[draw() % pieces.size()];
      for (const TextSpan& span : split_sentences(paragraph))
        expected.push_back({text.size() + span.begin, text.size() + span.end});
      text += paragraph + "\n\n";
    }
    CHECK(split_sentences(text) == expected);
  }
}
