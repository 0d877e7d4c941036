#include "lull/model/finding.hpp"

#include <algorithm>

namespace lull {

std::string_view to_string(Weight weight) {
  switch (weight) {
    case Weight::fine:
      return "fine";
    case Weight::note:
      return "note";
    case Weight::look:
      return "look";
    case Weight::harm:
      return "harm";
  }
  return "";
}

Weight worst_of(const Findings& findings) {
  Weight worst = Weight::fine;
  for (const Finding& finding : findings) worst = std::max(worst, finding.weight);
  return worst;
}

}  // namespace lull
