#pragma once

#include <vector>

#include "lull/model/theme.hpp"
#include "reading.hpp"
#include "scopes.hpp"

namespace lull {

/// The chance of one thing or the other, where either alone would do.
inline double either(double left, double right) { return 1 - (1 - left) * (1 - right); }

/// What one sentence says of each theme: at most one piece of evidence for each.
class SentenceEvidence {
 public:
  void clear() { themes_.clear(); }
  void add(const SentenceReading& reading, const Match& match, const MeaningRow& meaning,
           const PassageContext& context);
  /// Moves what there is to the end of `out`, in the order of the themes.
  void take(std::vector<Evidence>& out);

 private:
  // A phrase, as far as it is believed.
  struct Part {
    double strength = 0;
    std::uint16_t row = 0;
    std::size_t first = 0, last = 0;
  };
  struct ThemeParts {
    Evidence evidence;
    double best = 0;
    std::vector<Part> parts;
  };

  ThemeParts& parts_of(Theme theme, TextSpan sentence);
  static double together(std::vector<Part>& parts);

  std::vector<ThemeParts> themes_;
};

}  // namespace lull
