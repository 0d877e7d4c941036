#pragma once

#include "lull/cli/session.hpp"
#include "lull/model/talk.hpp"

namespace lull {

/// Asks both, each alone: did I feel heard, have I heard them, 1 to 5. Single keys that show
/// nothing and leave nothing on the terminal; Enter skips. Fills `talk` as answers come, so that
/// what was given before an Error{interrupted} stays.
void ask_ratings(Talk& talk, bool plain, Session& session);
/// Topics and one line about the talk, of both together.
void ask_about_talk(Talk& talk, Session& session);

}  // namespace lull
