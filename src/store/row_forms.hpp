#pragma once

#include "lull/store/row.hpp"

namespace lull {

/// Whether the content of a row is what its table's record can read.
bool has_right_form(TableId table, const Row& row);

}  // namespace lull
