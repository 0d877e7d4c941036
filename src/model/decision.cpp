#include "lull/model/decision.hpp"

#include "name_table.hpp"

namespace lull {
namespace {

constexpr NameTable kChoices{{
    Name{Choice::reconnect, "reconnect"},
    Name{Choice::extend, "extend"},
    Name{Choice::part, "part"},
    Name{Choice::undecided, "undecided"},
}};

}  // namespace

std::string_view to_string(Choice choice) { return kChoices.word_of(choice); }
std::optional<Choice> parse_choice(std::string_view word) { return kChoices.parse(word); }

}  // namespace lull
