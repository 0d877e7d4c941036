#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lull/base/day_rule.hpp"
#include "lull/model/uid.hpp"

namespace lull {

/// What a break does to the length still to go: carry-on moves the end by the days broken, restart
/// asks for one whole run. Stored with the period, so that a later setting never rewrites it.
enum class OnBreak { carry_on, restart };

/// Who ended the relationship, in the person's own account.
enum class EndedBy { unsaid, me, them, mutual };

/// Whether the two are apart for safety or by a court's order.
enum class ApartFor { no, safety, order_protects_me, order_binds_me, rather_not_say };

std::string_view to_string(OnBreak rule);     ///< "carry-on"
std::string_view to_string(EndedBy who);      ///< "me"
std::string_view to_string(ApartFor reason);  ///< "order-protects-me"
std::optional<OnBreak> parse_on_break(std::string_view word);
std::optional<EndedBy> parse_ended_by(std::string_view word);
std::optional<ApartFor> parse_apart_for(std::string_view word);

/// A time without contact that the person set up.
struct QuietPeriod {
  static constexpr int kDefaultLength = 30;

  std::int64_t id = 0;
  Uid uid;
  Moment begun;                 ///< when it was set up
  Day from;                     ///< last in touch: the silence counts from there
  std::optional<Day> ended_on;  ///< when the relationship ended
  std::optional<int> length;    ///< quiet days asked for; nothing for safety or by order
  OnBreak on_break = OnBreak::carry_on;
  bool on_break_chosen = false;  ///< by the person, and not by the setting of that day
  std::optional<Day> closed_on;  ///< the last day that belongs to it, when it was closed
  EndedBy ended_by = EndedBy::unsaid;
  ApartFor apart_for = ApartFor::no;
  std::string alias;  ///< what to call the other, or empty
  std::vector<std::string>
      exceptions;       ///< contact that is agreed to be needed: children, bills, ...
  std::string closing;  ///< how it closed: "part", "reconnect", "ended", ... or empty

  /// Apart for safety or by order: it only counts and records.
  bool for_safety() const {
    return apart_for == ApartFor::safety || apart_for == ApartFor::order_protects_me ||
           apart_for == ApartFor::order_binds_me;
  }
};

}  // namespace lull
