#pragma once

#include <functional>
#include <optional>
#include <string>

#include "lull/base/error.hpp"
#include "lull/cli/command.hpp"

namespace lull {

/// Reads a text and saves it, and keeps it if that can't be: an interrupted or refused text goes
/// into a recovery file and its path is named, so that no way out loses it. From before the reading
/// until after the saving no signal ends the program: when a terminal is closed they come one after
/// the other, from the system and from the shell. An interrupted text isn't saved; the answer is
/// then ExitCode::interrupted. Empty text has nothing to keep. ExitCode::none when `read` gives
/// nothing.
ExitCode rescuing(Session& session, const std::function<std::optional<Typed>()>& read,
                  const std::function<ExitCode(const Typed&)>& save);

/// Keeps the text in a recovery file and says where: "your text is kept in ...".
std::string keep_unsaved(Session& session, const Typed& typed);

/// Keeps the text in a recovery file and throws `error`, with where it is in its hint.
[[noreturn]] void refuse_keeping(Session& session, const Typed& typed, const Error& error);

}  // namespace lull
