#include "review_parts.hpp"

namespace lull {
namespace {

bool is_blame(Marker marker) {
  return marker == Marker::self_blame || marker == Marker::other_blame;
}

}  // namespace

void count_review_markers(Review& review, const ReviewSources& sources) {
  const Day middle = sources.span.first + (sources.span.last - sources.span.first) / 2;
  MarkerCounts first;
  MarkerCounts second;
  for (std::size_t i = 0; i < sources.entries.size(); ++i) {
    (sources.entries[i].at.day <= middle ? first : second) += sources.markers[i];
  }
  // A trend needs two halves to lie between.
  if (first.words == 0 || second.words == 0) return;
  for (std::size_t i = 0; i < kMarkerCount; ++i) {
    const auto marker = static_cast<Marker>(i);
    // Urges have their own place; blame beside fear and harm would read as a verdict.
    if (marker == Marker::contact_urge || (is_blame(marker) && review.safety)) continue;
    if (first.of(marker) + second.of(marker) == 0) continue;
    review.markers.push_back({std::string(to_string(marker)), std::string(label_of(marker)),
                              first.rate(marker), second.rate(marker),
                              std::string(caveat_of(marker))});
  }
}

}  // namespace lull
