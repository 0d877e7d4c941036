#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace lull {

/// What the writing shows that is no reason. Shown as the writer's own trend, each with its caveat;
/// never as a diagnosis, and blame never beside fear and harm.
enum class Marker {
  self_blame,
  other_blame,
  relational,
  i_words,
  we_words,
  cognitive_processing,
  rumination,
  missing_idealising,
  hedging,
  redemption_growth,
  self_concept,
  closure,
  contact_urge,
};

inline constexpr std::size_t kMarkerCount = 13;

std::string_view to_string(Marker marker);  ///< the stable id: "self_blame"
std::string_view label_of(Marker marker);   ///< for people: "Blaming yourself"
/// One sentence that says what the count cannot tell, with the study it comes from where there is
/// one.
std::string_view caveat_of(Marker marker);

/// How often each marker stands in a text.
struct MarkerCounts {
  std::array<std::size_t, kMarkerCount> counts{};
  std::size_t words = 0;

  std::size_t of(Marker marker) const { return counts[static_cast<std::size_t>(marker)]; }
  /// Per hundred words; 0 for a text without words.
  double rate(Marker marker) const {
    return words == 0 ? 0 : 100.0 * static_cast<double>(of(marker)) / static_cast<double>(words);
  }
  MarkerCounts& operator+=(const MarkerCounts& other);
};

/// One marker over a span: the writer's own trend, always shown with its caveat.
struct MarkerTrend {
  std::string id;          ///< "i_words"
  std::string label;       ///< "I-words"
  double first_half = 0;   ///< per 100 words
  double second_half = 0;  ///< per 100 words
  std::string caveat;
};

}  // namespace lull
