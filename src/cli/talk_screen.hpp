#pragma once

#include <string>
#include <vector>

#include "lull/cli/live_screen.hpp"
#include "lull/cli/session.hpp"
#include "lull/model/turn_timer.hpp"

namespace lull {

/// What stands on the screen at this moment of a talk, in at most `width` columns.
std::vector<std::string> talk_lines(const TurnTimer& timer, int width);
/// One sentence for each state a talk can be in: what a screen reader says when it changes.
std::string talk_sentence(const TurnTimer& timer);

/// Runs a talk with keys and time until it is over. `plain` draws nothing and says a sentence
/// for each event instead. While a program is suspended nobody speaks: the turn is then paused.
/// Throws Error{interrupted} with the timer as it stood.
void run_talk(TurnTimer& timer, LiveScreen& screen, bool plain, Session& session);

/// "2:41"
std::string minutes_and_seconds(int seconds);

}  // namespace lull
