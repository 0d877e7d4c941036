#include "follow_up.hpp"

namespace lull {

int follow_up(Session& session, const std::vector<std::string>& words) {
  const GlobalOptions& options = session.options();
  std::vector<std::string> typed{"lull"};
  const auto pass_on = [&](const char* name, const std::optional<std::string>& value) {
    if (value) typed.insert(typed.end(), {name, *value});
  };
  pass_on("--data", options.data);
  pass_on("--config", options.config);
  pass_on("--color", options.color);
  if (options.discreet) typed.emplace_back("--discreet");
  if (options.quiet) typed.emplace_back("--quiet");
  typed.insert(typed.end(), words.begin(), words.end());
  return session.run(typed);
}

}  // namespace lull
