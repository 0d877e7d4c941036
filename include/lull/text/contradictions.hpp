#pragma once

#include <string_view>
#include <vector>

#include "lull/model/contradiction.hpp"
#include "lull/model/theme.hpp"
#include "lull/text/findings.hpp"

namespace lull {

/// Pairs in which one text denies what another (or the same one) tells of: "we never fought" and
/// "the same fight again". At most one pair for a theme: the plainest denial with the strongest
/// telling. Fear and harm is left out.
std::vector<SentencePair> find_contradictions(const std::vector<std::string_view>& texts);

/// The pairs, where read_findings was asked already for every text.
std::vector<SentencePair> find_contradictions(const std::vector<std::vector<Denial>>& denied,
                                              const std::vector<std::vector<Evidence>>& told);

}  // namespace lull
