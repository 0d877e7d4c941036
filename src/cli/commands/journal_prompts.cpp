#include <fmt/format.h>

#include <memory>

#include "../entry_text.hpp"
#include "lull/app/journal_prompts.hpp"
#include "lull/base/error.hpp"
#include "lull/base/json_writer.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

struct JournalPromptsOptions {
  std::optional<std::string> topic, format;
  bool today = false, all = false;
};

void write_json(const std::vector<const Prompt*>& prompts, const Prompt* today, Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object().field("format", "lull.prompts/1").key("today");
  if (today != nullptr) {
    writer.value(today->id);
  } else {
    writer.null();
  }
  writer.key("prompts").begin_array();
  for (const Prompt* prompt : prompts) {
    writer.begin_object()
        .field("id", prompt->id)
        .field("role", to_string(prompt->role))
        .field("phase", to_string(prompt->phase))
        .field("topic", to_string(prompt->topic))
        .field("weight", to_string(prompt->weight))
        .field("text", prompt->text)
        .end_object();
  }
  writer.end_array().end_object();
  session.out() << json << '\n';
}

void write_text(const std::vector<const Prompt*>& prompts, const Prompt* today, Session& session) {
  bool first = true;
  for (const Prompt* prompt : prompts) {
    session.out() << (first ? "" : "\n") << prompt->id << (prompt == today ? "  (today)" : "")
                  << '\n';
    for (const std::string& line : wrap(prompt->text, columns_of(session) - 2)) {
      session.out() << "  " << line << '\n';
    }
    first = false;
  }
}

bool is_asked_for(const Prompt& prompt, const JournalPromptsOptions& options,
                  const PromptSituation& situation, const Prompt* today) {
  if (options.topic && to_string(prompt.topic) != *options.topic) return false;
  if (options.today) return &prompt == today;
  return options.all || prompt_fits(prompt, situation);
}

// Under --discreet the period isn't read: what fits would tell about it. Without the key it can't
// be.
PromptSituation situation_of(Session& session) {
  PromptSituation situation;
  situation.day = session.today().number;
  if (session.discreet() || !session.has_store()) return situation;
  try {
    return prompt_situation(session.store(), session.clock(), session.rule());
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::locked) throw;
    return situation;
  }
}

ExitCode show_prompts(const JournalPromptsOptions& options, Session& session) {
  const PromptSituation situation = situation_of(session);
  const Prompt* today = choose_prompt(situation);
  std::vector<const Prompt*> prompts;
  for (const Prompt& prompt : all_prompts()) {
    if (is_asked_for(prompt, options, situation, today)) prompts.push_back(&prompt);
  }
  if (options.format == "json") {
    write_json(prompts, today, session);
  } else {
    write_text(prompts, today, session);
    if (prompts.empty()) session.say("No prompt fits.");
  }
  return prompts.empty() ? ExitCode::none : ExitCode::done;
}

}  // namespace

Action bind_journal_prompts(Options& options) {
  auto values = std::make_shared<JournalPromptsOptions>();
  std::vector<std::string> topics;
  for (const PromptTopic topic : all_prompt_topics()) topics.emplace_back(to_string(topic));
  options.flag("--today", values->today, "today's alone");
  options.flag("--all", values->all, "those too that don't fit now");
  options.choice("--topic", "TOPIC", values->topic, topics, "of this topic alone");
  options.choice("--format", "FORMAT", values->format, {"text", "json"}, "text, or json");
  return [values](Session& session) { return show_prompts(*values, session); };
}

}  // namespace lull
