#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// One line of comma-separated values, with its line break (RFC 4180, but LF). A cell that a
/// spreadsheet would take for a formula (= + - @, tab, carriage return first) gets a ' before it.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace lull
