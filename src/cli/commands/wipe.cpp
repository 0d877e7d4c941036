#include <fmt/format.h>

#include "lull/app/wiping.hpp"
#include "lull/base/blanks.hpp"
#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"
#include "lull/cli/command.hpp"

namespace lull {
namespace {

constexpr std::string_view kWord = "wipe";

// The word itself, also from a pipe; --yes doesn't stand for it.
bool word_is_typed(Session& session) {
  if (!session.terminal().input_is_terminal()) {
    return trim(session.terminal().read_input().text) == kWord;
  }
  const auto line =
      session.terminal().ask_line(fmt::format("Type {} to remove all of it for good: ", kWord));
  return line && trim(*line) == kWord;
}

ExitCode wipe_everything(Session& session) {
  const KeptPlaces places{session.data_folder(), session.data_was_named(), session.config_path()};
  const auto files = kept_files(places, session.environment());
  if (files.empty()) {
    session.say("There is nothing of lull here.");
    return ExitCode::none;
  }
  session.warn("This removes, with nothing kept to bring it back:");
  for (const auto& file : files) {
    session.warn("  " + make_visible_line(file.string()));
  }
  if (!word_is_typed(session)) {
    session.say(fmt::format("Nothing was removed. It takes the word {}, typed.", kWord));
    return ExitCode::none;
  }
  const auto left = wipe_files(files, places, session.environment());
  for (const auto& file : left) {
    session.warn("lull: could not remove " + make_visible_line(file.string()));
  }
  session.say(
      "Removed. What can't be promised: a solid-state disk, a snapshot, a backup and a synced "
      "folder may keep earlier copies, and the shell keeps its history.");
  return left.empty() ? ExitCode::done : ExitCode::io;
}

}  // namespace

Action bind_wipe(Options&) { return wipe_everything; }

}  // namespace lull
