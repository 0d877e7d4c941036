#pragma once

#include <string>
#include <vector>

#include "lull/report/document.hpp"

namespace lull {

/// The blocks as HTML, each part in a section whose heading has the id part-1, part-2, ...;
/// `contents` goes before the first part, so that what stands before the parts is read first.
std::string html_of(const std::vector<Block>& blocks, std::string contents);

}  // namespace lull
