#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// How much a finding matters: nothing to do, good to know, something to see to, words in danger.
enum class Weight { fine, note, look, harm };

std::string_view to_string(Weight weight);

/// One thing that was checked.
struct Finding {
  std::string check;    ///< "permissions": what was looked at, one word or two
  Weight weight{};      ///< how much it matters
  std::string what;     ///< what was seen, a sentence
  std::string meaning;  ///< what that means, a sentence; empty when all is fine
  std::string remedy;   ///< what to do or type; empty when there is nothing to do
};

/// What was found, in the order it was looked at.
using Findings = std::vector<Finding>;

/// The greatest weight among them; fine when there is none.
Weight worst_of(const Findings& findings);

}  // namespace lull
