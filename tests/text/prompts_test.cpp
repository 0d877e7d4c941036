#include "lull/text/prompts.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

#include "support/catch.hpp"

using namespace lull;

namespace {

const std::vector<PromptRole> kRoles{PromptRole::anyone, PromptRole::ended, PromptRole::left,
                                     PromptRole::mutual};

std::size_t count_of(const PromptSituation& situation, const Prompt& prompt) {
  return static_cast<std::size_t>(
      std::count(situation.used_ids.begin(), situation.used_ids.end(), prompt.id));
}

bool is_written(const PromptSituation& situation, const Prompt& prompt) {
  return std::count(situation.written_topics.begin(), situation.written_topics.end(),
                    prompt.topic) > 0;
}

PromptSituation any_situation() {
  PromptSituation situation;
  situation.role = *rc::gen::elementOf(kRoles);
  situation.day_number = *rc::gen::inRange(0, 120);
  situation.period_length = *rc::gen::element(0, 7, 14, 21, 30, 60, 90);
  situation.apart_for_safety = *rc::gen::inRange(0, 5) == 0;
  if (*rc::gen::arbitrary<bool>()) situation.mood = *rc::gen::inRange(1, 11);
  situation.day = *rc::gen::inRange(-1000, 40000);
  for (const PromptTopic topic : all_prompt_topics()) {
    if (*rc::gen::inRange(0, 3) == 0) situation.written_topics.push_back(topic);
  }
  const int share = *rc::gen::inRange(0, 5);
  for (const Prompt& prompt : all_prompts()) {
    for (int round = 0; round < 2; ++round) {
      if (*rc::gen::inRange(0, 4) < share) situation.used_ids.emplace_back(prompt.id);
    }
  }
  return situation;
}

std::vector<const Prompt*> fitting(const PromptSituation& situation) {
  std::vector<const Prompt*> found;
  for (const Prompt& prompt : all_prompts()) {
    if (prompt_fits(prompt, situation)) found.push_back(&prompt);
  }
  return found;
}

/// Answers the prompt of the day, every day of a period, as a person would who never skips one.
std::vector<const Prompt*> diligent_period(PromptSituation situation, std::int64_t days) {
  std::vector<const Prompt*> answered;
  for (std::int64_t day = 1; day <= days; ++day) {
    situation.day_number = day;
    situation.day = 20000 + day;
    const Prompt* prompt = choose_prompt(situation);
    REQUIRE(prompt != nullptr);
    answered.push_back(prompt);
    situation.used_ids.emplace_back(prompt->id);
    situation.written_topics.push_back(prompt->topic);
  }
  return answered;
}

}  // namespace

TEST_CASE("a prompt of the day fits whoever asks, in every part of every silence", "[Prompts]") {
  CHECK(rc::check("fits", [] {
    const PromptSituation situation = any_situation();
    const Prompt* prompt = choose_prompt(situation);
    RC_ASSERT(prompt != nullptr);
    RC_ASSERT(prompt->role == PromptRole::anyone || prompt->role == situation.role);
    const PromptPhase phase = prompt_phase(situation.day_number, situation.period_length);
    RC_ASSERT(prompt->phase == PromptPhase::any || prompt->phase == phase);
    RC_ASSERT(find_prompt(prompt->id) == prompt);
  }));
}

TEST_CASE("the same situation gives the same prompt, whatever order its facts are in",
          "[Prompts]") {
  CHECK(rc::check("same", [] {
    PromptSituation situation = any_situation();
    const Prompt* prompt = choose_prompt(situation);
    RC_ASSERT(choose_prompt(situation) == prompt);
    std::reverse(situation.used_ids.begin(), situation.used_ids.end());
    std::reverse(situation.written_topics.begin(), situation.written_topics.end());
    situation.written_topics.insert(situation.written_topics.end(),
                                    situation.written_topics.begin(),
                                    situation.written_topics.end());
    RC_ASSERT(choose_prompt(situation) == prompt);
  }));
}

TEST_CASE("no prompt comes again before all that fit have come as often", "[Prompts]") {
  CHECK(rc::check("least used", [] {
    const PromptSituation situation = any_situation();
    const std::size_t uses = count_of(situation, *choose_prompt(situation));
    for (const Prompt* other : fitting(situation)) RC_ASSERT(uses <= count_of(situation, *other));
  }));
}

TEST_CASE("nothing asks why in the first three days", "[Prompts]") {
  CHECK(rc::check("not heavy", [] {
    PromptSituation situation = any_situation();
    situation.day_number = *rc::gen::inRange(1, 4);
    RC_ASSERT(choose_prompt(situation)->weight != PromptWeight::heavy);
  }));
}

TEST_CASE("the fourth day is the first on which a prompt may ask why", "[Prompts]") {
  PromptSituation situation;
  situation.period_length = 30;
  for (situation.day_number = 1; situation.day_number <= 4; ++situation.day_number) {
    INFO(situation.day_number);
    CHECK(prompt_fits(*find_prompt("why-tell-a-stranger"), situation) ==
          (situation.day_number == 4));
  }
}

TEST_CASE("at a low mood the lightest of the unused prompts is offered", "[Prompts]") {
  CHECK(rc::check("lightest", [] {
    PromptSituation situation = any_situation();
    situation.mood = *rc::gen::inRange(1, 4);
    const Prompt* prompt = choose_prompt(situation);
    for (const Prompt* other : fitting(situation)) {
      if (count_of(situation, *other) == count_of(situation, *prompt)) {
        RC_ASSERT(prompt->weight <= other->weight);
      }
    }
  }));
}

TEST_CASE("a topic not written about yet goes before one that was", "[Prompts]") {
  CHECK(rc::check("new topic", [] {
    PromptSituation situation = any_situation();
    situation.mood = 6;
    const Prompt* prompt = choose_prompt(situation);
    if (!is_written(situation, *prompt)) return;
    for (const Prompt* other : fitting(situation)) {
      const bool level = count_of(situation, *other) == count_of(situation, *prompt);
      RC_ASSERT(!level || is_written(situation, *other));
    }
  }));
}

TEST_CASE("apart for safety, only gentle prompts about the writer's own days are offered",
          "[Prompts]") {
  const std::set<PromptTopic> own{PromptTopic::day,       PromptTopic::body,
                                  PromptTopic::self,      PromptTopic::support,
                                  PromptTopic::gratitude, PromptTopic::future};
  PromptSituation situation;
  situation.apart_for_safety = true;
  situation.role = PromptRole::left;
  for (situation.day_number = 0; situation.day_number < 40; ++situation.day_number) {
    for (const Prompt* prompt : fitting(situation)) {
      INFO(prompt->id);
      CHECK(prompt->weight == PromptWeight::gentle);
      CHECK(own.count(prompt->topic) == 1);
      CHECK(prompt->text.find("them") == std::string_view::npos);
    }
    CHECK(fitting(situation).size() >= 25);
  }
}

TEST_CASE("a prompt left unanswered is not there again the next day, nor that week", "[Prompts]") {
  for (const PromptRole role : kRoles) {
    PromptSituation situation;
    situation.role = role;
    situation.period_length = 30;
    std::set<const Prompt*> seen;
    for (std::int64_t day = 4; day <= 7; ++day) {
      situation.day_number = day;
      situation.day = 20000 + day;
      seen.insert(choose_prompt(situation));
    }
    for (std::int64_t day = 8; day <= 14; ++day) {
      situation.day_number = day;
      situation.day = 20000 + day;
      seen.insert(choose_prompt(situation));
    }
    CHECK(seen.size() == 11);
  }
}

TEST_CASE("a whole silence of answered prompts repeats none and meets every topic", "[Prompts]") {
  for (const PromptRole role : kRoles) {
    PromptSituation situation;
    situation.role = role;
    situation.period_length = 30;
    const std::vector<const Prompt*> answered = diligent_period(situation, 30);
    CHECK(std::set<const Prompt*>(answered.begin(), answered.end()).size() == 30);
    std::set<PromptTopic> topics;
    for (const Prompt* prompt : answered) topics.insert(prompt->topic);
    CHECK(topics.size() == kPromptTopicCount);
  }
}

TEST_CASE("the choice says plainly when nothing fits", "[Prompts]") {
  const std::vector<Prompt> few{{"late", PromptRole::ended, PromptPhase::last, PromptTopic::wants,
                                 PromptWeight::plain, "What now?"}};
  PromptSituation situation;
  CHECK(choose_prompt(situation, few) == nullptr);
  situation.role = PromptRole::ended;
  situation.day_number = 30;
  situation.period_length = 30;
  CHECK(choose_prompt(situation, few) == &few.front());
  CHECK(choose_prompt(situation, {}) == nullptr);
}

TEST_CASE("there are prompts enough for every role, part and topic", "[Prompts]") {
  CHECK(all_prompts().size() >= 84);
  std::map<PromptRole, int> roles;
  std::map<PromptPhase, int> phases;
  std::map<PromptTopic, int> topics;
  for (const Prompt& prompt : all_prompts()) {
    ++roles[prompt.role];
    ++phases[prompt.phase];
    ++topics[prompt.topic];
  }
  for (const auto& [role, count] : roles) CHECK(count >= 10);
  for (const auto& [phase, count] : phases) CHECK(count >= 10);
  for (const auto& [topic, count] : topics) CHECK(count >= 5);
  CHECK(roles.size() == 4);
  CHECK(phases.size() == 6);
  CHECK(topics.size() == kPromptTopicCount);
}

TEST_CASE("every prompt has an id of its own, and a text of its own", "[Prompts]") {
  std::set<std::string_view> ids;
  std::set<std::string_view> texts;
  for (const Prompt& prompt : all_prompts()) {
    INFO(prompt.id);
    CHECK(ids.insert(prompt.id).second);
    CHECK(texts.insert(prompt.text).second);
    CHECK(prompt.id.size() <= 30);
    CHECK(prompt.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
    CHECK(find_prompt(prompt.id) == &prompt);
  }
  CHECK(find_prompt("") == nullptr);
  CHECK(find_prompt("no-such-prompt") == nullptr);
}

TEST_CASE("a prompt is one or two calm sentences", "[Prompts]") {
  for (const Prompt& prompt : all_prompts()) {
    INFO(prompt.id);
    CHECK(std::string_view(".?").find(prompt.text.back()) != std::string_view::npos);
    const auto ends = std::count_if(prompt.text.begin(), prompt.text.end(),
                                    [](char c) { return c == '.' || c == '?'; });
    CHECK(ends >= 1);
    CHECK(ends <= 2);
    CHECK(prompt.text.size() <= 130);
    CHECK(prompt.text.find_first_of("!\n") == std::string_view::npos);
  }
}

TEST_CASE("no prompt judges, consoles, promises or takes a side", "[Prompts]") {
  for (const Prompt& prompt : all_prompts()) {
    const std::string text = " " + std::string(prompt.text);
    for (const char* word :
         {"fail",    " lost",     "missed out", " you are ",      "your fault", "their fault",
          "mistake", " get back", "win them",   "together again", " he ",       " she ",
          " him",    " her ",     "should",     "must",           "toxic",      "narciss",
          "deserve", "move on",   "get over",   "never again",    "soulmate"}) {
      INFO(prompt.id << " says " << word);
      CHECK(text.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("what asks why is heavy", "[Prompts]") {
  for (const Prompt& prompt : all_prompts()) {
    INFO(prompt.id);
    const bool asks_why = prompt.text.find("why") != std::string_view::npos ||
                          prompt.text.find("probable reasons") != std::string_view::npos;
    CHECK((!asks_why || prompt.weight == PromptWeight::heavy));
  }
}

TEST_CASE("every theme but fear and harm has a topic to be written about under", "[Prompts]") {
  for (const Theme theme : all_themes()) {
    CHECK(topic_of(theme).has_value() == (theme != Theme::abuse_safety));
  }
  CHECK(topic_of(Theme::physical_intimacy) == PromptTopic::sex);
}
