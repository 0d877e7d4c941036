#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/base/calendar.hpp"
#include "lull/store/store.hpp"
#include "lull/text/codebook.hpp"

namespace lull {

/// Words of the person's own for a moment of pull: a starred page, another one each day, else the
/// sentence that gives the reason written about on most days. Never a letter, anything in the
/// trash, a page that speaks of fear, harm or crisis, a reason that was rejected, or one that the
/// writer puts on themselves. Nothing when nothing is left. Needs the key.
std::optional<std::string> own_words(Store& store, Day today, const Codebook& codebook);

/// What is said where there is no line of one's own, by hour of the day.
std::vector<std::string> general_words(int hour);

/// Whether the hour is one of the night, 22 to 5.
bool is_night(int hour);

}  // namespace lull
