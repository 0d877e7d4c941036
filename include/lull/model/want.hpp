#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lull/base/day_rule.hpp"
#include "lull/model/uid.hpp"

namespace lull {

enum class WantWhose { mine, theirs };
/// How one knows of a want of theirs; their own wants are `own`.
enum class WantSource { own, guessed, heard };
enum class WantTopic { marriage, children, home, work, faith, money, closeness, freedom, other };

std::string_view to_string(WantWhose whose);
std::string_view to_string(WantSource source);
std::string_view to_string(WantTopic topic);
std::optional<WantWhose> parse_want_whose(std::string_view word);
std::optional<WantSource> parse_want_source(std::string_view word);
std::optional<WantTopic> parse_want_topic(std::string_view word);

/// Something one of the two wants from a life together, or apart.
struct Want {
  std::int64_t id = 0;
  Uid uid;
  Moment at;
  std::int64_t replaces = 0;  ///< id of the version before, or 0
  bool dropped = false;
  WantWhose whose = WantWhose::mine;
  WantSource source = WantSource::own;
  WantTopic topic = WantTopic::other;
  std::string text;
  std::string horizon;         ///< "in two years", or empty
  std::optional<int> clarity;  ///< 1 (a guess) to 5 (certain)
};

}  // namespace lull
