#pragma once

#include <string_view>

#include "completer.hpp"
#include "lull/cli/command.hpp"

namespace lull {

/// The values that an option or word of a command may take: its choices, or what its placeholder
/// says (TAG, ID, THEME, KEY, FILE, DIR, DAY). Ids come with the day and, unless discreet or
/// sealed, with the first words.
Answers values_of(const OptionSpec& spec, const Command& command, Session& session);

/// The first words of all commands, short ways too.
std::vector<Candidate> first_words();
/// The verbs of a noun.
std::vector<Candidate> verbs_of(std::string_view noun);

}  // namespace lull
