#include "lull/model/prompt.hpp"

#include <set>

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("a silence of thirty days has its first, second, third and last week", "[Prompt]") {
  CHECK(prompt_phase(1, 30) == PromptPhase::first);
  CHECK(prompt_phase(7, 30) == PromptPhase::first);
  CHECK(prompt_phase(8, 30) == PromptPhase::second);
  CHECK(prompt_phase(14, 30) == PromptPhase::second);
  CHECK(prompt_phase(15, 30) == PromptPhase::third);
  CHECK(prompt_phase(23, 30) == PromptPhase::third);
  CHECK(prompt_phase(24, 30) == PromptPhase::last);
  CHECK(prompt_phase(30, 30) == PromptPhase::last);
  CHECK(prompt_phase(31, 30) == PromptPhase::after);
}

TEST_CASE("a short silence keeps its first week, then is in its last", "[Prompt]") {
  CHECK(prompt_phase(7, 7) == PromptPhase::first);
  CHECK(prompt_phase(8, 7) == PromptPhase::after);
  CHECK(prompt_phase(7, 10) == PromptPhase::first);
  CHECK(prompt_phase(8, 10) == PromptPhase::last);
  CHECK(prompt_phase(14, 21) == PromptPhase::second);
  CHECK(prompt_phase(15, 21) == PromptPhase::last);
}

TEST_CASE("a silence without an end is never in its last week or after", "[Prompt]") {
  CHECK(prompt_phase(1, 0) == PromptPhase::first);
  CHECK(prompt_phase(15, 0) == PromptPhase::third);
  CHECK(prompt_phase(4000, 0) == PromptPhase::third);
}

TEST_CASE("without a silence no part of one is meant", "[Prompt]") {
  CHECK(prompt_phase(0, 0) == PromptPhase::any);
  CHECK(prompt_phase(0, 30) == PromptPhase::any);
  CHECK(prompt_phase(-2, 30) == PromptPhase::any);
}

TEST_CASE("every word about prompts has a name of its own", "[Prompt]") {
  std::set<std::string_view> topics;
  for (const PromptTopic topic : all_prompt_topics()) topics.insert(to_string(topic));
  CHECK(topics.size() == kPromptTopicCount);
  CHECK(topics.count("") == 0);
  CHECK(to_string(PromptTopic::honesty) == "honesty");
  CHECK(to_string(PromptTopic::future) == "future");
  CHECK(to_string(PromptRole::mutual) == "mutual");
  CHECK(to_string(PromptPhase::after) == "after");
  CHECK(to_string(PromptWeight::heavy) == "heavy");
}
