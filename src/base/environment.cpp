#include "lull/base/environment.hpp"

#include <unistd.h>

namespace lull {

std::optional<std::string> Environment::get(std::string_view name) const {
  const auto found = variables_.find(name);
  if (found == variables_.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

Environment process_environment() {
  Environment environment;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view line = *entry;
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    environment.set(std::string(line.substr(0, equals)), std::string(line.substr(equals + 1)));
  }
  return environment;
}

}  // namespace lull
