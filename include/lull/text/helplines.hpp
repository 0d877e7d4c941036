#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lull {

/// What a person needs help with. `abuse` takes in stalking and threats; `hurting` is for the one
/// who hurts or controls and wants to stop.
enum class HelpNeed { suicide, abuse, hurting };

/// One place to turn to. A field that is empty means that there is no such way to reach it, or that
/// we are not sure of it. `country` is empty for the international ones.
struct Helpline {
  std::string_view country;  ///< ISO 3166, two letters
  std::string_view name;
  unsigned covers = 0;     ///< one bit for each HelpNeed: read it by `helps_with`
  std::string_view phone;  ///< as dialled in that country
  std::string_view text;   ///< what to send, and where
  std::string_view web;
  std::string_view source;  ///< the organisation that publishes it
};

/// A country that we know helplines of.
struct HelpCountry {
  std::string_view code;  ///< ISO 3166, two letters
  std::string_view name;  ///< in English
  std::string_view
      emergency;  ///< police or ambulance, at once: "112", "110 (police), 119 (ambulance)"
};

/// The year in which the numbers were last gone through. Numbers change; the text that shows them
/// says so.
inline constexpr std::string_view kHelplinesAsOf = "2025";

bool helps_with(const Helpline& line, HelpNeed need);

std::span<const Helpline> all_helplines();          ///< the international ones last
std::span<const HelpCountry> all_help_countries();  ///< by code
/// The country of that code, in any case of letters, or null where we know no lines.
const HelpCountry* find_help_country(std::string_view code);

/// The lines of that country for that need, in the order to show them. Empty if we know none: show
/// `international_helplines` then, and below the others in any case.
std::vector<Helpline> helplines_for(std::string_view country, HelpNeed need);

/// Directories for every country, for that need.
std::vector<Helpline> international_helplines(HelpNeed need);

/// The country the person seems to be in: by the time zone ("Europe/Berlin"), and by the territory
/// of `lang` ("de_AT.UTF-8") only if the zone names no place ("UTC", ""). A zone in a country that
/// we know no lines of gives nothing, whatever `lang` says: en_US is what machines come with, not
/// where people are.
std::optional<std::string> country_of(std::string_view zone_name, std::string_view lang);

}  // namespace lull
