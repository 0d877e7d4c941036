#include "../help_country.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"
#include "lull/cli/help_text.hpp"
#include "lull/cli/help_topics.hpp"

#include <memory>

namespace lull {
namespace {

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

ExitCode show_help(const std::vector<std::string>& words, Session& session) {
  const std::string asked = join(words);
  if (asked.empty()) {
    session.out() << overview_help();
  } else if (const Command* command = find_command(asked)) {
    session.out() << command_help(*command);
  } else if (const std::string verbs = noun_help(asked); !verbs.empty()) {
    session.out() << verbs;
  } else if (const HelpTopic* topic = find_help_topic(asked)) {
    session.out() << help_topic_text(*topic, help_country(session));
  } else {
    throw Error(ErrorKind::usage, "could not find help on that", "lull help lists what there is");
  }
  return ExitCode::done;
}

}  // namespace

Action bind_help(Options& options) {
  auto words = std::make_shared<std::vector<std::string>>();
  options.words("COMMAND or TOPIC", *words, "what to explain");
  return [words](Session& session) { return show_help(*words, session); };
}

}  // namespace lull
