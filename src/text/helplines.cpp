#include "lull/text/helplines.hpp"

#include <algorithm>

#include "zone_countries.hpp"

namespace lull {
namespace {

std::string_view country_of_zone(std::string_view zone) {
  const auto zones = zone_countries();
  const auto found = std::lower_bound(
      zones.begin(), zones.end(), zone,
      [](const ZoneCountry& row, std::string_view name) { return row.zone < name; });
  return found != zones.end() && found->zone == zone ? found->country : std::string_view{};
}

bool names_a_place(std::string_view zone) {
  return zone.find('/') != std::string_view::npos && !zone.starts_with("Etc/");
}

// "de_AT.UTF-8@euro" -> "AT"; "C.UTF-8" and "de" -> "".
std::string_view territory_of(std::string_view lang) {
  const std::string_view name = lang.substr(0, lang.find_first_of(".@"));
  const std::size_t underscore = name.find('_');
  return underscore == std::string_view::npos ? std::string_view{} : name.substr(underscore + 1);
}

// Codes come from a config too, where people write "de".
bool same_code(std::string_view code, std::string_view typed) {
  const auto upper = [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  };
  return std::equal(code.begin(), code.end(), typed.begin(), typed.end(),
                    [&](char a, char b) { return a == upper(b); });
}

std::vector<Helpline> lines_of(std::string_view country, HelpNeed need) {
  std::vector<Helpline> lines;
  for (const Helpline& line : all_helplines()) {
    if (line.country == country && helps_with(line, need)) lines.push_back(line);
  }
  return lines;
}

}  // namespace

bool helps_with(const Helpline& line, HelpNeed need) {
  return (line.covers & (1U << static_cast<unsigned>(need))) != 0;
}

const HelpCountry* find_help_country(std::string_view code) {
  for (const HelpCountry& country : all_help_countries()) {
    if (same_code(country.code, code)) return &country;
  }
  return nullptr;
}

std::vector<Helpline> helplines_for(std::string_view country, HelpNeed need) {
  const HelpCountry* known = find_help_country(country);
  return known == nullptr ? std::vector<Helpline>{} : lines_of(known->code, need);
}

std::vector<Helpline> international_helplines(HelpNeed need) { return lines_of("", need); }

std::optional<std::string> country_of(std::string_view zone_name, std::string_view lang) {
  if (const std::string_view country = country_of_zone(zone_name); !country.empty()) {
    return std::string(country);
  }
  if (names_a_place(zone_name)) return std::nullopt;
  const std::string_view territory = territory_of(lang);
  const HelpCountry* known = find_help_country(territory);
  return known == nullptr ? std::nullopt : std::optional<std::string>(known->code);
}

}  // namespace lull
