#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lull {

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
/// (optimal string alignment distance).
std::size_t edit_distance(std::string_view left, std::string_view right);

/// The candidate nearest to a word, when it is near enough to be what was meant (a third of its
/// length, at least one); the first of equals.
std::optional<std::string> find_nearest(std::string_view word,
                                        std::span<const std::string> candidates);

}  // namespace lull
