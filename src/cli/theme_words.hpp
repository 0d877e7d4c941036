#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/cli/session.hpp"
#include "lull/model/theme.hpp"

namespace lull {

/// The ids a theme is typed with, in their order.
const std::vector<std::string>& theme_words();
/// The theme that was named, or asked for on a terminal. Throws Error{usage} when there is none, or
/// none of that name; `verb` goes into the message ("confirm").
Theme read_theme(const std::optional<std::string>& typed, const std::string& verb,
                 Session& session);
/// A line after the writer spoke about fear or harm, and nothing after any other theme.
void point_to_help(Theme theme, Session& session);

}  // namespace lull
