#pragma once

#include <string>

#include "lull/app/silence.hpp"

namespace lull {

/// What a new contact did to the silence: what stays comes before what changed. Several lines
/// without the last line break.
std::string answer_to(const ContactOutcome& outcome);
/// The numbers after a contact was changed or deleted, or that none of them moved.
std::string numbers_after(const ContactOutcome& outcome);
/// Whether the contact broke days of the quiet period that were not broken before.
bool broke_new_days(const ContactOutcome& outcome);
std::string quiet_days(int count);  ///< "1 quiet day"

}  // namespace lull
