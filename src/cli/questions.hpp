#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/cli/session.hpp"

namespace lull {

/// Asks until one of `choices` (or its beginning, when only one begins so, or its number) is typed.
/// Enter, and the end of input, give nothing.
std::optional<std::string> ask_choice(Session& session, const std::string& question,
                                      const std::vector<std::string>& choices);

/// Enter and the end of input mean `otherwise`, whichever the question says; the end always means
/// no.
bool ask_yes(Session& session, const std::string& question, bool otherwise = false);

/// One line that is a name, a time or a number; Enter and the end of input give nothing.
std::optional<std::string> ask_text(Session& session, const std::string& question);

/// One line of the person's own words, which are not lost when the command ends before it has saved
/// them: they are in session.answers() until then. Enter and the end of input give nothing.
std::optional<std::string> ask_words(Session& session, const std::string& question);

/// Asks until a whole number from `least` to `most` is typed; Enter and the end of input give
/// nothing.
std::optional<int> ask_number(Session& session, const std::string& question, int least, int most);

}  // namespace lull
