#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lull/base/day_rule.hpp"
#include "lull/model/uid.hpp"

namespace lull {

/// By what way the two were in touch.
enum class Channel { call, text, im, social, email, letter, flowers, gift, visit, sex, other };

/// Who reached whom, in the person's own account.
enum class Direction { out, in, both, accidental, unwanted, looked };

std::string_view to_string(Channel channel);      ///< "im"
std::string_view label_of(Channel channel);       ///< "instant message"
std::string_view to_string(Direction direction);  ///< "out"
std::string_view label_of(Direction direction);   ///< "from you", "from them, not answered", ...
std::optional<Channel> parse_channel(std::string_view word);
std::optional<Direction> parse_direction(std::string_view word);
std::span<const Channel> all_channels();
std::span<const Direction> all_directions();

/// One time the two were in touch, or that the person looked.
struct Contact {
  std::int64_t id = 0;
  Uid uid;
  Moment at;
  Day last_day;     ///< equals at.day unless it spans days
  Instant written;  ///< when it was recorded
  Channel channel = Channel::other;
  Direction direction = Direction::out;
  std::string exception;  ///< the written exception it falls under, or empty
  std::string note;
  bool breaks = false;  ///< decided when written, kept in clear; see breaks_silence

  DaySpan days() const { return {at.day, last_day}; }
};

/// Whether a contact breaks the silence: one that went out or both ways does, by any channel; an
/// incoming one that was not answered, an accidental and an unwanted one do not; a look at a
/// profile only when `looking_breaks`; one under a written exception does not.
bool breaks_silence(const Contact& contact, bool looking_breaks);

/// Why, in one sentence without any word of the person's: "It went out from you, so it breaks the
/// silence."
std::string explain(const Contact& contact, bool looking_breaks);

}  // namespace lull
