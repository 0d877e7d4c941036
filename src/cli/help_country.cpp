#include "help_country.hpp"

#include "lull/text/helplines.hpp"

namespace lull {

std::optional<std::string> help_country(Session& session) {
  if (!session.settings().country.empty()) return session.settings().country;
  const Environment& environment = session.environment();
  const auto lang = environment.get("LC_ALL") ? environment.get("LC_ALL") : environment.get("LANG");
  return country_of(session.rule().zone().name(), lang.value_or(""));
}

}  // namespace lull
