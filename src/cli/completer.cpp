#include "completer.hpp"

#include <algorithm>
#include <set>

#include "command_words.hpp"
#include "lull/base/error.hpp"
#include "lull/cli/help_text.hpp"
#include "value_completer.hpp"

namespace lull {
namespace {

bool is_option(const std::string& word) { return word.size() > 1 && word[0] == '-'; }

// What stands before the word that is being typed.
struct Line {
  const OptionSpec* waiting = nullptr;  ///< an option whose value is next
  bool only_words = false;              ///< after "--"
  std::vector<std::string> words;       ///< without a name
  std::set<const OptionSpec*> used;
};

const OptionSpec* find_option(const Options& options, const std::string& typed) {
  const std::string name = typed.substr(0, typed.find('='));
  for (const OptionSpec& spec : options.specs()) {
    if (std::find(spec.names.begin(), spec.names.end(), name) != spec.names.end()) return &spec;
  }
  return nullptr;
}

Line read_line(const Options& options, const std::vector<std::string>& rest) {
  Line line;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    const std::string& word = rest[at];
    const bool is_last = at + 1 == rest.size();
    if (line.only_words || !is_option(word)) {
      line.words.push_back(word);
      continue;
    }
    if (word == "--") {
      line.only_words = true;
      continue;
    }
    const OptionSpec* spec = find_option(options, word);
    if (spec == nullptr) continue;
    line.used.insert(spec);
    if (spec->is_flag() || word.find('=') != std::string::npos) continue;
    if (is_last) {
      line.waiting = spec;
    } else if (spec->is_value == nullptr || spec->is_value(rest[at + 1])) {
      ++at;
    }
  }
  return line;
}

void add(Answers& answers, std::vector<Candidate> more) {
  answers.candidates.insert(answers.candidates.end(), std::make_move_iterator(more.begin()),
                            std::make_move_iterator(more.end()));
}

void add_options(Answers& answers, const Options& options, const Line& line) {
  for (const OptionSpec& spec : options.specs()) {
    if (spec.is_word() || (line.used.contains(&spec) && !spec.repeats)) continue;
    answers.candidates.push_back({spec.names.front(), spec.help});
  }
  answers.candidates.push_back({"--help", "explain the command"});
}

void add_value_after_equals(Answers& answers, const Options& options, const std::string& current,
                            const Command& command, Session& session) {
  const OptionSpec* spec = find_option(options, current);
  if (spec == nullptr || spec->is_flag()) return;
  const std::string before = current.substr(0, current.find('=') + 1);
  for (Candidate& value : values_of(*spec, command, session).candidates) {
    answers.candidates.push_back({before + value.text, std::move(value.meaning)});
  }
}

void add_words(Answers& answers, const Options& options, const Line& line, const Command& command,
               Session& session) {
  if (command.name == "help" && line.words.size() == 1) {
    add(answers, verbs_of(line.words.front()));
    return;
  }
  std::size_t place = 0;
  for (const OptionSpec& spec : options.specs()) {
    if (!spec.is_word()) continue;
    if (place++ < line.words.size() && !spec.repeats) continue;
    Answers values = values_of(spec, command, session);
    answers.offer = values.offer;
    add(answers, std::move(values.candidates));
    return;
  }
}

void add_commands(Answers& answers, const CommandWords& found, const Line& line) {
  if (!line.words.empty() || line.only_words) return;
  if (found.noun.empty()) {
    add(answers, first_words());
  } else if (!found.command->name.starts_with(found.noun + ' ') || !found.named) {
    add(answers, verbs_of(found.noun));
  }
}

void keep_what_fits(Answers& answers, const std::string& current) {
  std::erase_if(answers.candidates,
                [&](const Candidate& candidate) { return !candidate.text.starts_with(current); });
}

}  // namespace

Answers complete(const std::vector<std::string>& words, Session& session) {
  Answers answers;
  if (words.size() < 2) return answers;
  const std::string& current = words.back();
  CommandWords found;
  try {
    found = find_command_words({words.begin(), words.end() - 1});
  } catch (const Error&) {
    return answers;  // what stands there is no command
  }
  if (found.command == nullptr) return answers;
  Options options;
  GlobalOptions global;
  found.command->bind(options);
  bind_global_options(options, global);
  const Line line = read_line(options, found.rest);
  if (line.waiting != nullptr) {
    answers = values_of(*line.waiting, *found.command, session);
    if (line.waiting->is_value == nullptr) {
      keep_what_fits(answers, current);
      return answers;
    }
  }
  if (!line.only_words && !current.empty() && current[0] == '-') {
    if (current.find('=') != std::string::npos) {
      add_value_after_equals(answers, options, current, *found.command, session);
    } else {
      add_options(answers, options, line);
      if (found.noun.empty()) answers.candidates.push_back({"--version", "which lull this is"});
    }
  } else {
    add_commands(answers, found, line);
    if (!found.noun.empty()) add_words(answers, options, line, *found.command, session);
  }
  keep_what_fits(answers, current);
  return answers;
}

}  // namespace lull
