#pragma once

#include <string_view>
#include <vector>

#include "lull/model/marker.hpp"
#include "lull/model/theme.hpp"
#include "lull/text/codebook.hpp"

namespace lull {

/// A sentence that says that something was not so.
struct Denial {
  Theme theme{};
  TextSpan sentence;
  double plainness = 0;  ///< the more words it has, the plainer it is
};

/// All that the codebook says of a text.
struct Findings {
  /// The themes that the text gives as reasons, in its order; at most one piece of evidence for a
  /// theme in a sentence. None is a normal result.
  std::vector<Evidence> evidence;
  std::vector<Denial> denials;  ///< in the order of the text
  /// A phrase counts once however many of its words overlap with another one of the same marker.
  MarkerCounts markers;
  /// Whether the codebook cannot read the text, because it is not English. One of fewer than six
  /// words is only called unread when most of them are of another script.
  bool unread = false;
};

/// Reads a text once. Pure: the same text gives the same answer. Cost grows with the text alone.
Findings read_findings(std::string_view text, const Codebook& codebook = Codebook::built_in());

/// The evidence of read_findings alone.
std::vector<Evidence> find_themes(std::string_view text,
                                  const Codebook& codebook = Codebook::built_in());

}  // namespace lull
