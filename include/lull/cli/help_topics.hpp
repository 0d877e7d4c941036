#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lull {

/// One page of `lull help TOPIC`: lines of at most 76 columns, the last one ended.
struct HelpTopic {
  std::string_view name;   ///< as typed: "exit-codes"
  std::string_view title;  ///< one line, no full stop
  std::string_view body;
};

/// All topics, in the order in which help lists them.
std::span<const HelpTopic> help_topics();

/// The topic of that name, or null.
const HelpTopic* find_help_topic(std::string_view name);

/// What `lull help TOPIC` prints: title, empty line, body. For `safety` the numbers come after the
/// body, those of `country` (ISO 3166, two letters) if we know any; the other topics ignore it.
std::string help_topic_text(const HelpTopic& topic, std::optional<std::string_view> country);

/// Where to call: the emergency number and the helplines of `country`, by need, then the
/// directories for every country; those alone without a country or where we know no lines. Lines of
/// at most 76 columns. Needs no store and holds nothing of the person's.
std::string safety_text(std::optional<std::string_view> country);

}  // namespace lull
