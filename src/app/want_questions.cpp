// What is not known of theirs, as questions. A question asks; it never says what the answer should
// be.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lull/app/wants.hpp"

namespace lull {
namespace {

constexpr std::array kTopics{WantTopic::marriage,  WantTopic::children, WantTopic::home,
                             WantTopic::work,      WantTopic::faith,    WantTopic::money,
                             WantTopic::closeness, WantTopic::freedom};

const Want* first_of(const std::vector<Want>& wants, WantTopic topic, WantWhose whose) {
  const auto found = std::find_if(wants.begin(), wants.end(), [&](const Want& want) {
    return want.topic == topic && want.whose == whose && !want.dropped;
  });
  return found == wants.end() ? nullptr : &*found;
}

std::string guessed_question(const Want& guess) {
  const std::string about =
      guess.topic == WantTopic::other ? "" : fmt::format("About {}, ", to_string(guess.topic));
  return fmt::format("{}{} guessed of them: “{}”. What do they say?", about,
                     about.empty() ? "You" : "you", guess.text);
}

const Want* first_guess(const std::vector<Want>& wants, WantTopic topic) {
  const auto found = std::find_if(wants.begin(), wants.end(), [&](const Want& want) {
    return want.topic == topic && want.whose == WantWhose::theirs && !want.dropped &&
           want.source == WantSource::guessed;
  });
  return found == wants.end() ? nullptr : &*found;
}

std::optional<std::string> question_on(const std::vector<Want>& wants, WantTopic topic) {
  const std::string_view name = to_string(topic);
  const Want* theirs = first_of(wants, topic, WantWhose::theirs);
  if (theirs == nullptr) {
    if (first_of(wants, topic, WantWhose::mine) == nullptr) return std::nullopt;
    return fmt::format("About {}, you wrote what you want. What do they want?", name);
  }
  if (const Want* guess = first_guess(wants, topic)) return guessed_question(*guess);
  if (theirs->horizon.empty()) return fmt::format("About {}, by when do they want it?", name);
  return std::nullopt;
}

}  // namespace

std::vector<OpenQuestion> questions_about(const std::vector<Want>& wants) {
  std::vector<OpenQuestion> questions;
  for (const WantTopic topic : kTopics) {
    if (auto question = question_on(wants, topic)) questions.push_back({std::move(*question)});
  }
  for (const Want& want : wants) {
    if (want.topic == WantTopic::other && want.whose == WantWhose::theirs && !want.dropped &&
        want.source == WantSource::guessed) {
      questions.push_back({guessed_question(want)});
    }
  }
  return questions;
}

}  // namespace lull
