#pragma once

#include <string>
#include <vector>

#include "lull/model/review.hpp"

namespace lull::testing {

/// The content of tests/golden/NAME; with LULL_APPROVE=1 in the environment `actual` is written
/// there first, so that a change can be looked at as a diff and committed.
std::string golden(const std::string& name, const std::string& actual);

/// Every format a review comes in, by the ending of its golden files.
const std::vector<std::string>& all_formats();  // txt, md, html, json
/// The whole review in one of them; the terminal is 80 columns wide and has no colour.
std::string rendered(const Review& review, const std::string& format);

/// The lines of a text, without their ends.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace lull::testing
