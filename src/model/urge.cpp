#include "lull/model/urge.hpp"

#include "name_table.hpp"

namespace lull {
namespace {

constexpr NameTable kOutcomes{{
    Name{UrgeOutcome::open, "open"},
    Name{UrgeOutcome::passed, "passed"},
    Name{UrgeOutcome::acted, "acted"},
}};

}  // namespace

std::string_view to_string(UrgeOutcome outcome) { return kOutcomes.word_of(outcome); }
std::optional<UrgeOutcome> parse_urge_outcome(std::string_view word) {
  return kOutcomes.parse(word);
}

}  // namespace lull
