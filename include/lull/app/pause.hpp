#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lull/base/calendar.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// A line of the person's own for a moment of pull: of a starred page, another one each day. Never
/// a letter, the first account, a page in the trash, or one in which the finder sees fear or harm,
/// or a reason that the writer puts on themselves. Nothing when no page is left. Needs the key.
std::optional<std::string> own_line(Store& store, Day today);

/// What is said where there is no line of one's own, by hour of the day.
std::vector<std::string> general_words(int hour);

/// Whether the hour is one of the night, 22 to 5.
bool is_night(int hour);

}  // namespace lull
