#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/cli/session.hpp"
#include "lull/model/want.hpp"

namespace lull {

/// The words a topic is typed with: "marriage", "children", ...
const std::vector<std::string>& want_topic_words();
/// "guessed, in two years, clarity 2 of 5"; empty when nothing of it was said.
std::string details_of(const Want& want);
/// The want on one line with its details in brackets, fit for a screen; only the topic when
/// `discreet`.
std::string want_line(const Want& want, bool discreet);

/// Asks for a clarity until it is one, or Enter.
std::optional<int> ask_clarity(Session& session);

}  // namespace lull
