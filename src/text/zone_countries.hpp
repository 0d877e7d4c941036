#pragma once

#include <span>
#include <string_view>

namespace lull {

struct ZoneCountry {
  std::string_view zone;
  std::string_view country;
};

/// Every zone of the countries in `all_help_countries`, old names of zones too, sorted by zone.
/// Where a territory has the helplines of another country (Puerto Rico, Martinique), it stands
/// under that one.
std::span<const ZoneCountry> zone_countries();

}  // namespace lull
