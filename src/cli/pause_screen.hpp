#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/cli/live_screen.hpp"
#include "lull/model/contact.hpp"

namespace lull {

/// What a pause begins with; what is known already is not asked.
struct PausePlan {
  std::vector<std::string> words;  ///< one's own line, or general words
  std::vector<std::string> earlier_triggers;
  int seconds = 600;
  std::optional<Channel> channel;
  std::optional<int> strength;
  std::string trigger;
};

/// What came of it.
struct PauseResult {
  std::optional<Channel> channel;
  std::optional<int> strength;
  std::optional<int> strength_after;
  std::string trigger;
  int seconds = 0;  ///< that it lasted
};

/// Runs the slow-down on a screen: the words, three short questions, the waiting, one question
/// after it. The timer runs from the first moment, while questions are answered too. `q` leaves
/// from everywhere but from inside a trigger that is being typed; Enter skips a question. Throws
/// Error{interrupted} as the screen does.
PauseResult run_pause(LiveScreen& screen, PausePlan plan);

/// The one sentence for a pull towards sex.
std::string_view about_closeness();

}  // namespace lull
