#pragma once

#include <optional>
#include <string>

#include "lull/cli/session.hpp"

namespace lull {

/// Whether a word is the id of a prompt.
bool is_prompt_id(const std::string& word);

/// The id of the prompt that an entry answers, from what --prompt was given: nothing stays nothing,
/// "" is today's. The prompt is said, so that it can be answered; where today's can't be chosen
/// (the journal is locked, or not there) the answer goes without. Throws Error{usage} for another
/// id.
std::string choose_prompt_for(const std::optional<std::string>& given, Session& session);

}  // namespace lull
