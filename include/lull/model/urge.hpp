#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lull/base/day_rule.hpp"
#include "lull/model/contact.hpp"
#include "lull/model/uid.hpp"

namespace lull {

/// How an urge went: it passed, it was acted on, or it is still open.
enum class UrgeOutcome { open, passed, acted };

std::string_view to_string(UrgeOutcome outcome);
std::optional<UrgeOutcome> parse_urge_outcome(std::string_view word);

/// A moment in which going back pulled.
struct Urge {
  std::int64_t id = 0;
  Uid uid;
  Moment at;
  Instant written;
  Channel channel = Channel::other;   ///< what pulled
  std::optional<int> strength;        ///< 1 to 10, when it began
  std::optional<int> strength_after;  ///< 1 to 10, after waiting
  std::optional<int> minutes;         ///< how long it lasted
  std::string trigger;                ///< in their own words
  std::string note;
  UrgeOutcome outcome = UrgeOutcome::open;
};

}  // namespace lull
