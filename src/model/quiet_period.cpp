#include "lull/model/quiet_period.hpp"

#include "name_table.hpp"

namespace lull {
namespace {

constexpr NameTable kOnBreak{{
    Name{OnBreak::carry_on, "carry-on"},
    Name{OnBreak::restart, "restart"},
}};

constexpr NameTable kEndedBy{{
    Name{EndedBy::unsaid, "unsaid"},
    Name{EndedBy::me, "me"},
    Name{EndedBy::them, "them"},
    Name{EndedBy::mutual, "mutual"},
}};

constexpr NameTable kApartFor{{
    Name{ApartFor::no, "no"},
    Name{ApartFor::safety, "safety"},
    Name{ApartFor::order_protects_me, "order-protects-me"},
    Name{ApartFor::order_binds_me, "order-binds-me"},
    Name{ApartFor::rather_not_say, "rather-not-say"},
}};

}  // namespace

std::string_view to_string(OnBreak rule) { return kOnBreak.word_of(rule); }
std::string_view to_string(EndedBy who) { return kEndedBy.word_of(who); }
std::string_view to_string(ApartFor reason) { return kApartFor.word_of(reason); }
std::optional<OnBreak> parse_on_break(std::string_view word) { return kOnBreak.parse(word); }
std::optional<EndedBy> parse_ended_by(std::string_view word) { return kEndedBy.parse(word); }
std::optional<ApartFor> parse_apart_for(std::string_view word) { return kApartFor.parse(word); }

}  // namespace lull
