#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lull/cli/session.hpp"

namespace lull {

/// Lets the person change `initial` in their editor. Nothing when it came back unchanged or blank,
/// which has been said then. To be handed to rescuing(), which removes the draft once the text is
/// safe. Throws Error{refused} when the editor could not be started or said that it failed; its
/// text is then kept and the message names where.
std::optional<Typed> edit_text(Session& session, const std::string& initial);

/// The words that start an editor on `file`. `command` is split at blanks, with quotes and
/// backslashes as in a shell; with any other sign that a shell gives a meaning it goes to
/// "/bin/sh -c". vim and nvim, also behind another name, are told to keep no copies elsewhere;
/// `program_of` finds what a name stands for.
std::vector<std::string> editor_words(
    const std::string& command, const std::filesystem::path& file,
    const std::function<std::filesystem::path(const std::string&)>& program_of);

}  // namespace lull
