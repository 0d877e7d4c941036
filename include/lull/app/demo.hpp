#pragma once

#include "lull/base/clock.hpp"
#include "lull/base/day_rule.hpp"
#include "lull/store/store.hpp"

namespace lull {

/// Fills an empty journal with an invented quiet period of 36 days that ends today.
void fill_demo(Store& store, const Clock& clock, const DayRule& rule);

}  // namespace lull
