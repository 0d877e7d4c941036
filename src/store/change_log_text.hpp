#pragma once

#include <optional>
#include <string>
#include <vector>

#include "change_recorder.hpp"

namespace lull {

/// Lines "entry added 1 12 12 20777 20777": table, what was done, count, first and last id, first
/// and last day.
std::string format_touched(const std::vector<TouchedRows>& touched);
std::optional<std::vector<TouchedRows>> parse_touched(const std::string& text);

/// Lines "entry 12 9f86d081884c7d659a2feaa0c55ad015".
std::string format_added(const std::vector<AddedRow>& added);
std::optional<std::vector<AddedRow>> parse_added(const std::string& text);

}  // namespace lull
