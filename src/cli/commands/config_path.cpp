#include <filesystem>

#include "lull/base/paths.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

ExitCode show_path(Session& session) {
  // Without a home this says so, where the session let it pass.
  const std::filesystem::path path = session.config_path().empty()
                                         ? default_config_file(session.environment())
                                         : session.config_path();
  session.out() << path.string() << '\n';
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    session.say("There is no file there yet; the defaults hold.");
  }
  return ExitCode::done;
}

}  // namespace

Action bind_config_path(Options&) {
  return [](Session& session) { return show_path(session); };
}

}  // namespace lull
