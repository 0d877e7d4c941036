#pragma once

#include <string>
#include <vector>

#include "lull/model/review.hpp"
#include "lull/report/document.hpp"

namespace lull {

using Blocks = std::vector<Block>;

// Each gives the blocks of one part without its heading; nothing when the part has nothing to say.
Blocks silence_blocks(const Review& review);
Blocks writing_blocks(const Review& review);
Blocks themes_blocks(const Review& review);
Blocks accounts_blocks(const Review& review);
Blocks closeness_blocks(const Review& review);
Blocks changed_blocks(const Review& review);
Blocks wants_blocks(const Review& review);
Blocks language_blocks(const Review& review);
Blocks decision_blocks(const Review& review);
Blocks method_blocks(const Review& review);

/// How the review was made and what it can't say.
std::string method_of(const Review& review);

// Charts that are more than a line to fill.
CalendarChart silence_calendar(const SilencePart& silence);
std::vector<Block> contact_charts(const SilencePart& silence);
Block urge_grid(const SilencePart& silence);
std::vector<Block> urge_channel_charts(const SilencePart& silence);
Block mood_chart(const Review& review);
Block themes_over_time(const Review& review);

/// A quotation with its decisive words marked; its source is "date, entry N".
Quotation to_quotation(const Quote& quote);
std::string source_of(const Quote& quote);

/// The themes that are ranked: not set aside by the writer, and never abuse_safety.
std::vector<const ThemeFinding*> ranked_themes(const Review& review);

/// "yes", "no", "unsure", or `otherwise` when it was not said.
std::string said(Changed changed, const std::string& otherwise);

}  // namespace lull
