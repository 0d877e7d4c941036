#include "names.hpp"

#include <algorithm>
#include <array>

namespace lull {
namespace {

// Written with a capital letter, and no names of people.
bool is_no_name(std::string_view raw) {
  static constexpr std::array<std::string_view, 46> kOthers{
      "January",      "February",  "March",     "April",    "May",      "June",    "July",
      "August",       "September", "October",   "November", "December", "Monday",  "Tuesday",
      "Wednesday",    "Thursday",  "Friday",    "Saturday", "Sunday",   "God",     "Christmas",
      "Easter",       "Reddit",    "Instagram", "Facebook", "Snapchat", "Discord", "Tinder",
      "Hinge",        "Bumble",    "Google",    "Spotify",  "English",  "Spanish", "French",
      "German",       "London",    "America",   "American", "Europe",   "India",   "Canada",
      "Thanksgiving", "Valentine", "Halloween", "Internet"};
  return std::find(kOthers.begin(), kOthers.end(), raw) != kOthers.end();
}

bool is_kin(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kKin{
      "friend", "sister",   "brother",  "mother",    "mom",    "mum",      "father",   "dad",
      "boss",   "manager",  "coworker", "colleague", "cousin", "roommate", "flatmate", "aunt",
      "uncle",  "daughter", "son",      "therapist", "named",  "neighbour"};
  return std::find(kKin.begin(), kKin.end(), word) != kKin.end();
}

}  // namespace

bool begins_like_a_name(std::string_view raw) {
  return raw.size() > 2 && raw[0] >= 'A' && raw[0] <= 'Z' && raw[1] >= 'a' && raw[1] <= 'z';
}

std::string_view without_ending(std::string_view raw) {
  return raw.ends_with("'s") ? raw.substr(0, raw.size() - 2)
                             : raw.substr(0, raw.size() - (raw.ends_with("\u2019s") ? 4 : 0));
}

void Names::meet(std::string_view raw, std::string_view before, bool known) {
  if (is_no_name(raw)) return;
  auto found = seen_.find(raw);
  if (found == seen_.end()) found = seen_.emplace(std::string(raw), Seen{}).first;
  Seen& seen = found->second;
  ++seen.times;
  if (!before.empty() && !begins_like_a_name(before)) ++seen.within;
  seen.known = seen.known || known;
  seen.other = seen.other || is_kin(before);
}

bool Names::holds(std::string_view raw) const {
  const auto found = seen_.find(raw);
  if (found == seen_.end()) return false;
  const Seen& seen = found->second;
  return seen.other || (!seen.known && seen.times > 1 && seen.within > 0);
}

bool Names::any() const {
  return std::any_of(seen_.begin(), seen_.end(),
                     [&](const auto& name) { return holds(name.first); });
}

bool Names::is_other(std::string_view raw) const {
  const auto found = seen_.find(raw);
  return found != seen_.end() && found->second.other;
}

}  // namespace lull
