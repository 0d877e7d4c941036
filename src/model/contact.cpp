#include "lull/model/contact.hpp"

#include "name_table.hpp"

namespace lull {
namespace {

constexpr NameTable kChannels{{
    Name{Channel::call, "call"},
    Name{Channel::text, "text"},
    Name{Channel::im, "im"},
    Name{Channel::social, "social"},
    Name{Channel::email, "email"},
    Name{Channel::letter, "letter"},
    Name{Channel::flowers, "flowers"},
    Name{Channel::gift, "gift"},
    Name{Channel::visit, "visit"},
    Name{Channel::sex, "sex"},
    Name{Channel::other, "other"},
}};

constexpr NameTable kChannelLabels{{
    Name{Channel::call, "phone call"},
    Name{Channel::text, "text message"},
    Name{Channel::im, "instant message"},
    Name{Channel::social, "social media"},
    Name{Channel::email, "email"},
    Name{Channel::letter, "letter"},
    Name{Channel::flowers, "flowers"},
    Name{Channel::gift, "gift"},
    Name{Channel::visit, "visit"},
    Name{Channel::sex, "sex"},
    Name{Channel::other, "something else"},
}};

constexpr NameTable kDirections{{
    Name{Direction::out, "out"},
    Name{Direction::in, "in"},
    Name{Direction::both, "both"},
    Name{Direction::accidental, "accidental"},
    Name{Direction::unwanted, "unwanted"},
    Name{Direction::looked, "looked"},
}};

constexpr NameTable kDirectionLabels{{
    Name{Direction::out, "from you"},
    Name{Direction::in, "from them, not answered"},
    Name{Direction::both, "both ways"},
    Name{Direction::accidental, "by accident"},
    Name{Direction::unwanted, "not wanted by you"},
    Name{Direction::looked, "a look at their profile"},
}};

}  // namespace

std::string_view to_string(Channel channel) { return kChannels.word_of(channel); }
std::string_view label_of(Channel channel) { return kChannelLabels.word_of(channel); }
std::string_view to_string(Direction direction) { return kDirections.word_of(direction); }
std::string_view label_of(Direction direction) { return kDirectionLabels.word_of(direction); }
std::optional<Channel> parse_channel(std::string_view word) { return kChannels.parse(word); }
std::optional<Direction> parse_direction(std::string_view word) { return kDirections.parse(word); }
std::span<const Channel> all_channels() { return kChannels.values(); }
std::span<const Direction> all_directions() { return kDirections.values(); }

bool breaks_silence(const Contact& contact, bool looking_breaks) {
  if (!contact.exception.empty()) return false;
  switch (contact.direction) {
    case Direction::out:
    case Direction::both:
      return true;
    case Direction::looked:
      return looking_breaks;
    case Direction::in:
    case Direction::accidental:
    case Direction::unwanted:
      return false;
  }
  return false;
}

std::string explain(const Contact& contact, bool looking_breaks) {
  if (!contact.exception.empty()) {
    return "It falls under a written exception, so it does not break the silence and is counted "
           "apart.";
  }
  switch (contact.direction) {
    case Direction::out:
      return "It went out from you, so it breaks the silence.";
    case Direction::both:
      return "It went both ways, so it breaks the silence.";
    case Direction::in:
      return "It came from them and was not answered, so it does not break the silence.";
    case Direction::accidental:
      return "It was an accident, so it does not break the silence.";
    case Direction::unwanted:
      return "You did not want it, so it does not break the silence.";
    case Direction::looked:
      return looking_breaks
                 ? "You looked at their profile, and your settings say that looking breaks the "
                   "silence."
                 : "You looked at their profile; it is recorded and does not break the silence.";
  }
  return "";
}

}  // namespace lull
