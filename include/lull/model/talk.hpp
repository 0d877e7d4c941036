#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lull/base/day_rule.hpp"
#include "lull/model/uid.hpp"

namespace lull {

/// One talk in turns. Ratings are each person's own, 1 to 5.
struct Talk {
  std::int64_t id = 0;
  Uid uid;
  Moment at;
  std::string first_name;  ///< who began
  std::string second_name;
  int turns = 0;
  int seconds = 0;  ///< spoken, both together
  std::optional<int> first_felt_heard, first_heard_other;
  std::optional<int> second_felt_heard, second_heard_other;
  std::vector<std::string> topics;
  std::string note;
};

/// How the days are, alone or together; each value 0 to 10.
struct CheckIn {
  std::int64_t id = 0;
  Uid uid;
  Moment at;
  std::string who;  ///< empty for the owner of the journal
  int happy = 0, sad = 0, angry = 0, tired = 0;
  std::optional<int> takes_over;  ///< how much it takes over daily life
  std::string note;
};

}  // namespace lull
