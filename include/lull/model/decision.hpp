#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lull/base/day_rule.hpp"
#include "lull/model/uid.hpp"

namespace lull {

enum class Choice { reconnect, extend, part, undecided };

std::string_view to_string(Choice choice);
std::optional<Choice> parse_choice(std::string_view word);

/// What the person decided at the end of a silence, and why. Kept for ever.
struct Decision {
  std::int64_t id = 0;
  Uid uid;
  Moment at;
  Choice choice = Choice::undecided;
  std::string reason;
  std::string to_a_friend;  ///< what they would tell a friend
  std::string missing;      ///< closeness, sex, or not being alone
  std::string must_differ;  ///< what would have to be different, and is it
  bool confirmed = false;   ///< the second yes after a day's cooling
};

}  // namespace lull
