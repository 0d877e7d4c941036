#include "lull/app/wants.hpp"
#include "review_parts.hpp"

namespace lull {

// As they stood on the last day that the review looks at. A page for someone who may be in danger
// leaves them out: it is not about the two of them.
void fill_wants(Review& review, std::vector<Want> versions, Day last) {
  if (review.safety) return;
  std::erase_if(versions, [&](const Want& version) { return version.at.day > last; });
  std::vector<Want> standing = standing_wants(histories_of(std::move(versions)));
  review.questions = questions_about(standing);
  for (Want& want : standing) {
    auto& side = want.whose == WantWhose::mine ? review.my_wants : review.their_wants;
    side.push_back(std::move(want));
  }
}

}  // namespace lull
