#include "prompt_choice.hpp"

#include "entry_text.hpp"
#include "lull/app/journal_prompts.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"

namespace lull {
namespace {

const Prompt* todays_prompt(Session& session) {
  PromptSituation situation;
  situation.day = session.today().number;
  if (!session.has_store()) return choose_prompt(situation);
  try {
    return choose_prompt(prompt_situation(session.store(), session.clock(), session.rule()));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked) throw;
    return nullptr;
  }
}

}  // namespace

bool is_prompt_id(const std::string& word) { return find_prompt(word) != nullptr; }

std::string choose_prompt_for(const std::optional<std::string>& given, Session& session) {
  if (!given) return {};
  const Prompt* prompt = given->empty() ? todays_prompt(session) : find_prompt(*given);
  if (prompt == nullptr) {
    if (given->empty()) return {};
    throw Error(ErrorKind::usage, "could not find that prompt", "lull journal prompts lists them");
  }
  if (!session.discreet()) {
    for (const std::string& line : wrap(prompt->text, columns_of(session))) session.say(line);
  }
  return std::string(prompt->id);
}

}  // namespace lull
