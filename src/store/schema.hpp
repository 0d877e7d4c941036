#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace lull {

/// The statements that bring a journal from version i to i + 1, at place i. Never edited once
/// released: a change of the schema is one more step.
std::span<const std::string_view> schema_steps();

}  // namespace lull
