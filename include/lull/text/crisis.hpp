#pragma once

#include <string_view>
#include <vector>

#include "lull/model/theme.hpp"

namespace lull {

/// What a crisis sentence speaks of: help differs.
enum class CrisisKind { self_harm, danger };

struct CrisisSign {
  CrisisKind kind{};
  TextSpan sentence;  ///< within the text
};

/// Sentences that speak of wanting to die, of self-harm, or of being followed or in danger, in
/// order. Tuned to miss little: it reads "I don't want to die" as a sign too. Never to be counted,
/// kept or shown as a figure.
std::vector<CrisisSign> find_crisis(std::string_view text);

}  // namespace lull
