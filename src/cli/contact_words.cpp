#include "contact_words.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "lull/base/error.hpp"
#include "lull/base/utf8.hpp"

namespace lull {

std::vector<std::string> channel_words() {
  std::vector<std::string> words;
  for (const Channel channel : all_channels()) words.emplace_back(to_string(channel));
  return words;
}

std::vector<std::string> direction_words() {
  std::vector<std::string> words;
  for (const Direction direction : all_directions()) words.emplace_back(to_string(direction));
  return words;
}

void DirectionFlags::bind(Options& options) {
  options.flag("--out", out, "it went out from you");
  options.flag("--in", in, "it came from them and was not answered");
  options.flag("--both", both, "it went both ways");
  options.flag("--accidental", accidental, "nobody meant it");
  options.flag("--unwanted", unwanted, "it came although it was not wanted");
  options.flag("--looked", looked, "a look at their profile");
}

std::optional<Direction> DirectionFlags::given() const {
  const std::array<std::pair<bool, Direction>, 6> flags{{{out, Direction::out},
                                                         {in, Direction::in},
                                                         {both, Direction::both},
                                                         {accidental, Direction::accidental},
                                                         {unwanted, Direction::unwanted},
                                                         {looked, Direction::looked}}};
  std::optional<Direction> direction;
  for (const auto& [is_given, meant] : flags) {
    if (!is_given) continue;
    if (direction) {
      throw Error(ErrorKind::usage, "could not read the command: more than one direction is given",
                  "one of --out --in --both --accidental --unwanted --looked");
    }
    direction = meant;
  }
  return direction;
}

std::string days_in_words(const Contact& contact) {
  const std::string first = to_short_date(contact.at.day);
  if (contact.last_day <= contact.at.day) return first;
  return fmt::format("{} to {}", first, to_short_date(contact.last_day));
}

std::string contact_as_line(const Contact& contact, bool discreet) {
  std::string line = fmt::format("{:>4}  {}  {}, {}", contact.id, days_in_words(contact),
                                 label_of(contact.channel), label_of(contact.direction));
  if (!contact.exception.empty()) {
    line +=
        discreet ? " (an exception)" : fmt::format(" ({})", make_visible_line(contact.exception));
  }
  if (contact.breaks) line += "  *";
  return line;
}

}  // namespace lull
