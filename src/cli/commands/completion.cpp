#include <algorithm>
#include <filesystem>
#include <memory>

#include "../completer.hpp"
#include "../follow_up.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace embedded {
extern const std::string_view completion_bash;
extern const std::string_view completion_fish;
extern const std::string_view completion_zsh;
}  // namespace embedded

namespace {

using Words = std::vector<std::string>;

struct CompletionOptions {
  std::optional<std::string> shell;
  Words words;
};

std::string_view script_for(const std::string& shell) {
  if (shell == "bash") return embedded::completion_bash;
  if (shell == "zsh") return embedded::completion_zsh;
  return embedded::completion_fish;
}

// bash breaks "--format=json" into three words.
Words joined_at_equals(const Words& words) {
  Words joined;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == "=" && !joined.empty() && joined.back().starts_with("--")) {
      joined.back() += '=';
      if (at + 1 < words.size()) joined.back() += words[++at];
    } else {
      joined.push_back(words[at]);
    }
  }
  return joined;
}

std::string with_home(const std::string& path, Session& session) {
  if (!path.starts_with("~/")) return path;
  return session.environment().get("HOME").value_or("~") + path.substr(1);
}

// The places that the line itself names come before those this run was started with. They are
// taken out of `words`; what is left is completed in a run of its own.
Words take_places(Words& words, Session& session) {
  Words places;
  for (std::size_t at = 1; at + 1 < words.size() && words[at] != "--";) {
    const std::string name = words[at].substr(0, words[at].find('='));
    if (name == "--discreet") {
      places.push_back(name);
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
    } else if ((name == "--data" || name == "--config") && name.size() < words[at].size()) {
      places.insert(places.end(), {name, with_home(words[at].substr(name.size() + 1), session)});
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
    } else if ((name == "--data" || name == "--config") && at + 2 < words.size()) {
      places.insert(places.end(), {name, with_home(words[at + 1], session)});
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(at),
                  words.begin() + static_cast<std::ptrdiff_t>(at) + 2);
    } else {
      ++at;
    }
  }
  return places;
}

void write_answers(const Answers& answers, std::size_t skipped, Session& session) {
  for (const Candidate& candidate : answers.candidates) {
    session.out() << candidate.text.substr(skipped);
    if (!candidate.meaning.empty()) session.out() << '\t' << make_visible_line(candidate.meaning);
    session.out() << '\n';
  }
  if (answers.offer == ShellOffer::files) session.out() << "\tfiles\n";
  if (answers.offer == ShellOffer::folders) session.out() << "\tfolders\n";
}

ExitCode answer(const std::string& shell, Words words, Session& session) {
  if (shell == "bash") words = joined_at_equals(words);
  const Words places = take_places(words, session);
  if (!places.empty()) {
    Words again = places;
    again.insert(again.end(), {"completion", shell, "--"});
    again.insert(again.end(), words.begin(), words.end());
    return follow_up(session, again) == 0 ? ExitCode::done : ExitCode::none;
  }
  const std::string& current = words.back();
  const std::size_t equals = current.starts_with("--") ? current.find('=') : std::string::npos;
  // bash puts the answer behind the "=", the others in the place of the whole word.
  const bool after_equals = shell == "bash" && equals != std::string::npos;
  write_answers(complete(words, session), after_equals ? equals + 1 : 0, session);
  return ExitCode::done;
}

ExitCode completion(const CompletionOptions& options, Session& session) {
  if (!options.shell) {
    throw Error(ErrorKind::usage, "could not write the script: no shell was named",
                "lull completion bash, zsh, or fish");
  }
  if (!options.words.empty()) return answer(*options.shell, options.words, session);
  session.out() << script_for(*options.shell);
  return ExitCode::done;
}

}  // namespace

Action bind_completion(Options& options) {
  auto values = std::make_shared<CompletionOptions>();
  options.word("SHELL", values->shell, "bash, zsh, or fish", {"bash", "zsh", "fish"});
  options.words("WORD", values->words, "answer for these words: what the scripts ask");
  return [values](Session& session) { return completion(*values, session); };
}

}  // namespace lull
